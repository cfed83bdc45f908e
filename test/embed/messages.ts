/** Made-up messages of both sides, and values that are none. */
import * as fc from 'fast-check';
import { contractVersion, messageSource } from '../../src/embed/contract.ts';

const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const step = fc.oneof(fc.constantFrom(0, 1, 4000, 1e9), fc.nat(100_000));

/** Everything a frame may say, without the envelope. */
export const anyFrameBody = fc.oneof(
  fc.record({
    kind: fc.constant('ready'),
    figure: text(100),
    title: text(100),
    language: text(20),
  }),
  fc.record({
    kind: fc.constant('height'),
    height: fc.oneof(fc.constantFrom(1, 20_000), fc.double({ min: 1, max: 20_000, noNaN: true })),
  }),
  fc.record({
    kind: fc.constant('report'),
    report: fc.record({
      state: fc.constantFrom(
        'idle',
        'loading',
        'training',
        'replaying',
        'paused',
        'done',
        'failed',
      ),
      step,
      lastStep: step,
      verdict: fc.constantFrom('', 'learning', 'pizza', 'clock', 'between', 'non-circular'),
      run: fc.constantFrom('', 'pizza', 'slow-grokking'),
      address: text(300),
    }),
  }),
  fc.record({ kind: fc.constant('problem'), message: text(300) }),
);

/** Everything a page may say to its frame, without the envelope. */
export const anyHostBody = fc.oneof(
  fc.record({ kind: fc.constantFrom('hello', 'play', 'pause', 'train') }),
  fc.record({ kind: fc.constant('seek'), step: fc.option(step) }),
  fc.record({
    kind: fc.constant('settings'),
    settings: fc.dictionary(text(20), text(200), { maxKeys: 40 }),
  }),
  fc.record({ kind: fc.constant('theme'), theme: fc.constantFrom('auto', 'light', 'dark') }),
  fc.record({ kind: fc.constant('language'), language: text(20) }),
);

/** Where a message would be read, something that bites. */
const trap = fc.constantFrom(
  Object.create(null) as object,
  JSON.parse('{"__proto__":{"source":"clock-and-pizza","version":1,"kind":"play"}}') as object,
  { source: messageSource, version: contractVersion },
  { source: messageSource, version: contractVersion, kind: 'report', report: null },
  { source: messageSource, version: contractVersion, kind: 'settings', settings: null },
  { source: messageSource, version: contractVersion, kind: 'constructor' },
  { source: messageSource, version: String(contractVersion), kind: 'play' },
  { source: [messageSource], version: contractVersion, kind: 'play' },
  [{ source: messageSource, version: contractVersion, kind: 'play' }],
);

/** Any value that can be sent, and some that cannot; no valid message and no part of one. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  trap,
  fc.constantFrom(Number.NaN, -0, -1, 1e308, 'x'.repeat(100_000), Symbol('odd'), () => 'odd'),
);
