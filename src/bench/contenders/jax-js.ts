/**
 * jax-js, at its own fair best: its WebAssembly backend, the factored formulation, `valueAndGrad`,
 * and the whole step with AdamW compiled by `jit`. The package is loaded when it is first measured.
 */
import type { numpy } from '@jax-js/jax';
import { adamFactors } from '../../model/adam-schedule.ts';
import { modelDimensions } from '../../model/configuration.ts';
import { parameter, parameterSpecifications } from '../../model/parameters.ts';
import { type Contender, type EngineStart, type Trainer, Unavailable } from '../contender.ts';
import type { NamedValues } from './jax-js/forward.ts';
import { type JaxState, type JaxTask, jaxStep } from './jax-js/step.ts';
import { onWasmThreads, words } from './words.ts';

type Numpy = typeof numpy;

/** jax-js on its WebAssembly backend. */
export const jaxContender: Contender = {
  name: 'jax-js',
  get label() {
    return words('jax');
  },
  get runsOn() {
    return threadsOfJax();
  },
  open: openJax,
};

/** It starts threads by itself where it finds shared memory and `Worker`. */
function threadsOfJax(): string {
  const threaded = typeof SharedArrayBuffer !== 'undefined' && typeof Worker !== 'undefined';
  return threaded ? words('wasmOwnThreads') : onWasmThreads(1);
}

async function openJax(start: EngineStart): Promise<Trainer> {
  const jax = await loadJax();
  const { numpy: np, tree, blockUntilReady } = jax;
  const { configuration } = start;
  const task = taskOf(np, start);
  const step = jaxStep(jax, configuration);
  let state = stateOf(np, start);
  let made = 0;

  async function advance(count: number) {
    const measured: numpy.Array[] = [];
    for (let index = 0; index < count; index++) {
      const factors = tree.map((value: number) => np.array(value), {
        ...adamFactors(made, configuration),
      });
      const [next, values] = step(state, tree.ref(task), factors);
      state = next;
      measured.push(values);
      made++;
    }
    await blockUntilReady(state);
    const rows = await Promise.all(measured.map((values) => values.data()));
    return rows.map(([trainLoss = Number.NaN, testLoss = Number.NaN]) => ({ trainLoss, testLoss }));
  }

  return {
    advance,
    async costs() {
      const launchesPerStep = await countTraced(jax.profiler, () => advance(1));
      return { launchesPerStep, encodeMilliseconds: null, bytes: null };
    },
    close() {
      tree.dispose(state);
      tree.dispose(task);
      step.dispose();
    },
  };
}

async function loadJax() {
  const jax = await import('@jax-js/jax');
  const available = await jax.init('wasm');
  if (!available.includes('wasm')) throw new Unavailable(words('noWebAssembly'));
  jax.defaultDevice('wasm');
  return jax;
}

/** One mark on the performance timeline a kernel is what its profiler leaves. */
async function countTraced(
  profiler: { startTrace(): void; stopTrace(): void },
  work: () => Promise<unknown>,
): Promise<number> {
  const before = performance.getEntriesByType('measure').length;
  profiler.startTrace();
  await work();
  profiler.stopTrace();
  const launches = performance.getEntriesByType('measure').length - before;
  performance.clearMeasures();
  return launches;
}

function stateOf(np: Numpy, { configuration, parameters }: EngineStart): JaxState {
  const weights: NamedValues = {};
  const first: NamedValues = {};
  const second: NamedValues = {};
  for (const { name, shape: fixed } of parameterSpecifications(configuration)) {
    const shape = [...fixed];
    weights[name] = np.array(Float32Array.from(parameter(parameters, name)), { shape });
    first[name] = np.zeros(shape);
    second[name] = np.zeros(shape);
  }
  return { weights, first, second };
}

function taskOf(np: Numpy, { configuration, dataset }: EngineStart): JaxTask {
  const { vocabulary, pairs } = modelDimensions(configuration);
  const answers = new Float32Array(pairs * vocabulary);
  const train = new Float32Array(pairs);
  const test = new Float32Array(pairs);
  for (const [pair, label] of dataset.labels.entries()) {
    answers[pair * vocabulary + label] = 1;
    if (dataset.trainMask[pair] === 1) train[pair] = 1 / dataset.trainCount;
    else test[pair] = 1 / dataset.testCount;
  }
  return {
    answers: np.array(answers, { shape: [pairs, vocabulary] }),
    train: np.array(train),
    test: np.array(test),
  };
}
