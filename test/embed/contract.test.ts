import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contractVersion,
  envelope,
  isFrameMessage,
  isHostMessage,
  isSiblingMessage,
  messageSource,
} from '../../src/embed/contract.ts';
import { anyFrameBody, anyHostBody, oddValue } from './messages.ts';

const numRuns = 10_000;
const checks = { isFrameMessage, isHostMessage, isSiblingMessage };

/** All three refuse it, and none of them throws. */
function expectRefused(data: unknown): void {
  for (const [name, check] of Object.entries(checks)) if (check(data)) expect.fail(name);
}

/** One of the three listens to it, the others do not. */
function expectHeardBy(side: keyof typeof checks, data: unknown): void {
  for (const [name, check] of Object.entries(checks)) {
    if (check(data) !== (name === side)) expect.fail(`${name}: ${JSON.stringify(data)}`);
  }
}

describe('messages between a page and the frame in it', () => {
  it('are listened to when they are valid, each by the side it is for', () => {
    fc.assert(
      fc.property(anyFrameBody, (body) => {
        expectHeardBy('isFrameMessage', envelope(body));
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(anyHostBody, (body) => {
        expectHeardBy('isHostMessage', envelope(body));
      }),
      { numRuns },
    );
    const trains = envelope({ kind: 'sibling-trains' });
    expect(isSiblingMessage(trains)).toBe(true);
    expect(isHostMessage(trains) || isFrameMessage(trains)).toBe(false);
  });

  it('are refused, without an error, when they are anything else', () => {
    fc.assert(fc.property(oddValue, expectRefused), { numRuns });
  });

  it('are refused from another source and in another version', () => {
    const anyBody = fc.oneof(anyFrameBody, anyHostBody, fc.constant({ kind: 'sibling-trains' }));
    const otherSource = oddValue.filter((value) => value !== messageSource);
    const otherVersion = oddValue.filter((value) => value !== contractVersion);
    fc.assert(
      fc.property(anyBody, otherSource, otherVersion, (body, source, version) => {
        expectRefused({ ...envelope(body), source });
        expectRefused({ ...envelope(body), version });
        expectRefused(body);
      }),
      { numRuns },
    );
  });

  it('are refused with a kind that does not exist', () => {
    const kinds = ['ready', 'height', 'report', 'problem', 'hello', 'play', 'pause', 'train'];
    const known = [...kinds, 'seek', 'settings', 'theme', 'language', 'sibling-trains'];
    const otherKind = oddValue.filter((kind) => !known.includes(kind as string));
    fc.assert(
      fc.property(fc.oneof(anyFrameBody, anyHostBody), otherKind, (body, kind) => {
        expectRefused({ ...envelope(body), kind });
      }),
      { numRuns },
    );
  });

  it('are refused with an odd value in place of any part of them', () => {
    const isPossible = (body: { readonly kind: string }, part: string, value: unknown) => {
      const data = envelope({ ...body, [part]: value });
      return isFrameMessage(data) || isHostMessage(data);
    };
    const cases = anyFrameBody.chain((body) =>
      fc.tuple(fc.constant(body), fc.constantFrom(...Object.keys(body)), oddValue),
    );
    fc.assert(
      fc.property(cases, ([body, part, value]) => {
        if (part === 'kind') return;
        const isText = typeof value === 'string' && value.length <= 600;
        const isPixels = typeof value === 'number' && value >= 1 && value <= 20_000;
        if (!isText && !isPixels) expect(isPossible(body, part, value)).toBe(false);
      }),
      { numRuns },
    );
  });

  it.each([Number.NaN, -1, 0, 1e9, Number.POSITIVE_INFINITY, '400', null, undefined, [400], {}])(
    'are refused with a height of %j',
    (height) => expectRefused(envelope({ kind: 'height', height })),
  );

  it.each([Number.NaN, -1, 0.5, 2e9, Number.NEGATIVE_INFINITY, '3', undefined, [3], {}])(
    'are refused with a step of %j',
    (step) => expectRefused(envelope({ kind: 'seek', step })),
  );

  it('are refused with texts of megabytes and with floods of settings', () => {
    const long = 'x'.repeat(5_000_000);
    expectRefused(envelope({ kind: 'problem', message: long }));
    expectRefused(envelope({ kind: 'ready', figure: 'circles', title: long, language: 'en' }));
    expectRefused(envelope({ kind: 'language', language: long }));
    expectRefused(envelope({ kind: 'settings', settings: { table: long } }));
    expectRefused(envelope({ kind: 'settings', settings: { [long]: '1' } }));
    const flood = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`name${at}`, '1']));
    expectRefused(envelope({ kind: 'settings', settings: flood }));
  });

  it('are refused with settings that are not texts', () => {
    const odd = [new Uint8Array(50_000_000), new Map([['p', '13']]), new Date(), new String('p')];
    for (const settings of [
      null,
      undefined,
      [],
      ['p'],
      'p=13',
      13,
      { p: 13 },
      { p: null },
      ...odd,
    ]) {
      expectRefused(envelope({ kind: 'settings', settings }));
    }
  });
});
