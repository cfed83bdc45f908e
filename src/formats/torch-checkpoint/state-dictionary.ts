/** Finds a network's weights among whatever a checkpoint holds beside them. */
import { FormatError, listed } from '../format-error.ts';
import { PickleDictionary, PickledTensor, PickleList, type PickleValue } from '../pickle/values.ts';
import { words } from './words.ts';

/** The weights of a checkpoint and what is written beside them. */
export interface StateDictionary {
  readonly tensors: ReadonlyMap<string, PickledTensor>;
  /** Training step, when the checkpoint tells it. */
  readonly step: number | null;
  /** How many states of the run the file holds, when it is a recording of Nanda et al. */
  readonly recorded: number | undefined;
}

/** Keys under which training scripts keep weights. */
const weightKeys = ['model', 'model_state_dict', 'state_dict', 'net', 'params'];
const stepKeys = ['step', 'global_step', 'epoch', 'iteration'];
const deepestNesting = 3;

/** @throws FormatError that lists what was found when there are no weights */
export function findStateDictionary(root: PickleValue): StateDictionary {
  const found = search(root, deepestNesting);
  if (found !== undefined) return found;
  throw new FormatError(describe(root));
}

function search(value: PickleValue, depth: number): StateDictionary | undefined {
  if (!(value instanceof PickleDictionary) || depth === 0) return undefined;
  const { entries } = value;
  const recorded = lastRecorded(entries);
  if (recorded !== undefined) return recorded;
  for (const key of weightKeys) {
    const inner = search(entries.get(key) ?? null, depth - 1);
    if (inner !== undefined) return { ...inner, step: inner.step ?? findStep(entries) };
  }
  const tensors = tensorsOf(entries);
  return tensors.size > 0 ? { tensors, step: null, recorded: undefined } : undefined;
}

/** The last of a list of state dicts, as in the published runs of Nanda et al. */
function lastRecorded(entries: PickleDictionary['entries']): StateDictionary | undefined {
  const list = entries.get('state_dicts');
  if (!(list instanceof PickleList)) return undefined;
  const last = list.items.at(-1);
  if (!(last instanceof PickleDictionary)) return undefined;
  const epochs = entries.get('epochs');
  const step =
    epochs instanceof PickleList && epochs.items.length === list.items.length
      ? asStep(epochs.items.at(-1))
      : null;
  return { tensors: tensorsOf(last.entries), step, recorded: list.items.length };
}

function tensorsOf(entries: PickleDictionary['entries']): Map<string, PickledTensor> {
  const tensors = new Map<string, PickledTensor>();
  for (const [key, value] of entries) {
    if (typeof key === 'string' && value instanceof PickledTensor) tensors.set(key, value);
  }
  return tensors;
}

function findStep(entries: PickleDictionary['entries']): number | null {
  const values = stepKeys.map((key) => asStep(entries.get(key)));
  return values.find((value) => value !== null) ?? null;
}

function asStep(value: PickleValue | undefined): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** Says what a checkpoint without weights holds. */
function describe(value: PickleValue): string {
  if (value instanceof PickledTensor) return words('onlyTensor');
  if (!(value instanceof PickleDictionary)) return words('onlyValue');
  const keys = [...value.entries.keys()].filter((key) => typeof key === 'string');
  return keys.length === 0 ? words('empty') : words('noWeights', { keys: listed(keys) });
}
