/** The stack and the memo of a pickle that is being read. */
import { formatNumber } from '../../messages/numbers.ts';
import { FormatError } from '../format-error.ts';
import { damagedPickle } from './byte-reader.ts';
import { OpaqueObject, PickleDictionary, PickleList, type PickleValue } from './values.ts';
import { words } from './words.ts';

/** Deepest nesting of unfinished lists; real checkpoints stay below ten. */
const deepestNesting = 1000;
/** Most values a pickle may make or name: a whole run of Nanda et al. has a fifth of that. */
const mostValues = 1e6;

/**
 * State of the reading. Values are shared, never copied; but one byte can make a dictionary, which
 * takes hundreds, so they are counted too.
 */
export class PickleMachine {
  private stack: PickleValue[] = [];
  /** Stacks below the open marks. */
  private readonly below: PickleValue[][] = [];
  private readonly memo = new Map<number, PickleValue>();
  private values = 0;

  push(value: PickleValue): void {
    this.count();
    this.stack.push(value);
  }

  private count(): void {
    this.values += 1;
    if (this.values <= mostValues) return;
    throw new FormatError(words('tooManyValues', { most: formatNumber(mostValues) }));
  }

  pop(): PickleValue {
    const value = this.stack.pop();
    if (value === undefined) throw damagedPickle('valueMissing');
    return value;
  }

  top(): PickleValue {
    const value = this.stack.at(-1);
    if (value === undefined) throw damagedPickle('valueMissing');
    return value;
  }

  mark(): void {
    if (this.below.length >= deepestNesting) throw damagedPickle('tooDeep');
    this.below.push(this.stack);
    this.stack = [];
  }

  /** Values since the last mark, which is taken away. */
  popMark(): PickleValue[] {
    const values = this.stack;
    const below = this.below.pop();
    if (below === undefined) throw damagedPickle('markMissing');
    this.stack = below;
    return values;
  }

  /** POP also takes away a mark with nothing above it. */
  discard(): void {
    if (this.stack.length === 0) this.popMark();
    else this.stack.pop();
  }

  /** The last `count` values, in order. */
  popMany(count: number): PickleValue[] {
    if (this.stack.length < count) throw damagedPickle('valueMissing');
    return this.stack.splice(this.stack.length - count);
  }

  remember(key: number): void {
    this.count();
    this.memo.set(key, this.top());
  }

  rememberNext(): void {
    this.remember(this.memo.size);
  }

  recall(key: number): void {
    const value = this.memo.get(key);
    if (value === undefined) throw damagedPickle('unknownValue');
    this.push(value);
  }

  /** Appends to the list on top. */
  append(values: readonly PickleValue[]): void {
    const list = this.top();
    if (list instanceof OpaqueObject) return;
    if (!(list instanceof PickleList)) throw damagedPickle('notAList');
    for (const value of values) list.items.push(value);
  }

  /** Sets keys and values, one after the other, in the dictionary on top. */
  setItems(keysAndValues: readonly PickleValue[]): void {
    const dictionary = this.top();
    if (dictionary instanceof OpaqueObject) return;
    if (!(dictionary instanceof PickleDictionary) || keysAndValues.length % 2 === 1) {
      throw damagedPickle('notADictionary');
    }
    for (let at = 0; at < keysAndValues.length; at += 2) {
      dictionary.entries.set(
        keysAndValues[at] as PickleValue,
        keysAndValues[at + 1] as PickleValue,
      );
    }
  }

  /** The one value that is left at the end. */
  result(): PickleValue {
    if (this.below.length > 0 || this.stack.length !== 1) {
      throw damagedPickle('notOneValue');
    }
    return this.pop();
  }
}
