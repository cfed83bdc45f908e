/** PyTorch in a process of its own, when an interpreter with it is at hand. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Contender,
  type EngineStart,
  type Trainer,
  Unavailable,
} from '../../bench/contender.ts';
import { parameter, parameterSpecifications } from '../../model/parameters.ts';
import { type LineProcess, startLineProcess } from './line-process.ts';

/** Names the Python interpreter to use; `python3` when it is not set. */
const interpreterVariable = 'CLOCK_AND_PIZZA_PYTHON';
const program = fileURLToPath(new URL('./pytorch/train.py', import.meta.url));

type Form = 'last' | 'factored';

/** What the Python program answers. */
interface Answer {
  readonly losses?: readonly [trainLoss: number, testLoss: number][];
  readonly bytes?: number;
}

/** Both forms, as PyTorch's users would write them. */
export const pytorchContenders: readonly Contender[] = [
  {
    name: 'pytorch',
    label: 'PyTorch, last position only',
    runsOn: 'CPU, 1 thread',
    open: (start) => openPytorch(start, 'last'),
  },
  {
    name: 'pytorch-factored',
    label: 'PyTorch, factored',
    runsOn: 'CPU, 1 thread',
    open: (start) => openPytorch(start, 'factored'),
  },
];

async function openPytorch(start: EngineStart, form: Form): Promise<Trainer> {
  const folder = mkdtempSync(join(tmpdir(), 'clock-and-pizza-bench-'));
  const interpreter = process.env[interpreterVariable] ?? 'python3';
  const child = startLineProcess(interpreter, [program]);
  const close = () => {
    child.end();
    rmSync(folder, { recursive: true, force: true });
  };
  let bytes: number | null = null;
  try {
    await ask(child, { form, ...writeStart(start, folder) });
  } catch (error) {
    close();
    throw new Unavailable(unavailableReason(interpreter, error));
  }
  async function advance(count: number) {
    const answer = await ask(child, { advance: count });
    bytes = answer.bytes ?? null;
    return (answer.losses ?? []).map(([trainLoss, testLoss]) => ({ trainLoss, testLoss }));
  }
  return {
    advance,
    costs: async () => ({ launchesPerStep: null, encodeMilliseconds: null, bytes }),
    close,
  };
}

async function ask(child: LineProcess, message: unknown): Promise<Answer> {
  return JSON.parse(await child.ask(JSON.stringify(message)));
}

/** Writes weights, labels and split as raw values. @returns the program's first message */
function writeStart({ configuration, dataset, parameters }: EngineStart, folder: string) {
  const specifications = parameterSpecifications(configuration);
  const write = (name: string, parts: readonly ArrayBufferView[]) => {
    const path = join(folder, name);
    const bytes = parts.map(
      (part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
    );
    writeFileSync(path, Buffer.concat(bytes));
    return path;
  };
  return {
    settings: {
      ...configuration,
      shapes: specifications.map(({ name, shape }) => [name, shape]),
    },
    weights: write(
      'weights',
      specifications.map(({ name }) => parameter(parameters, name)),
    ),
    labels: write('labels', [dataset.labels]),
    mask: write('mask', [dataset.trainMask]),
  };
}

/** What to tell people who have no PyTorch, without the interpreter's traceback. */
function unavailableReason(interpreter: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lacks = /No module named '?torch/.test(message);
  const name = process.env[interpreterVariable] === undefined ? interpreter : interpreterVariable;
  return lacks || /ENOENT/.test(message)
    ? `${name} has no PyTorch here (set ${interpreterVariable} to an interpreter that has it)`
    : `PyTorch did not start (${message.trim().split('\n').at(-1) ?? ''})`;
}
