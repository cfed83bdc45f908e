// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { envelope, type FrameReport, isFrameMessage } from '../../src/embed/contract.ts';
import { join } from '../../src/embed/neighbours.ts';
import { anyFrameBody, anyHostBody, oddValue } from './messages.ts';

const origin = 'https://example.org';
let endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings) end();
  endings = [];
});

/** Window of a frame: all that matters is which one it is. */
const aWindow = () => ({}) as Window;

/** An embed of this page with a frame of its own. */
function embed({ together = false } = {}) {
  const frameWindow = aWindow();
  const [hear, pause] = [vi.fn(), vi.fn()];
  endings.push(join({ frameWindow, origin, together, hear, misplaced: vi.fn(), pause }));
  return { frameWindow, hear, pause };
}

function say(source: Window, data: unknown, from = origin): void {
  const event = new MessageEvent('message', { data, origin: from });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}

const report = (state: FrameReport['state']) =>
  envelope({
    kind: 'report',
    report: { state, step: 3, lastStep: 9, verdict: '', run: '', address: '' },
  });

describe('embeds of one page', () => {
  it('hear what their own frame says, and nothing else', () => {
    const [one, two] = [embed(), embed()];
    const message = envelope({ kind: 'height', height: 300 });
    say(one.frameWindow, message);
    expect(one.hear).toHaveBeenCalledExactlyOnceWith(message);
    say(two.frameWindow, message, 'https://evil.example');
    say(window, message);
    say(two.frameWindow, { ...message, height: 1e9 });
    say(two.frameWindow, { ...message, source: 'somebody' });
    expect(two.hear).not.toHaveBeenCalled();
  });

  it('hear only what has the right form, and bear anything', () => {
    const { frameWindow, hear } = embed();
    const spoken = fc.oneof(oddValue, anyFrameBody.map(envelope), anyHostBody.map(envelope));
    fc.assert(
      fc.property(spoken, (data) => {
        hear.mockClear();
        say(frameWindow, data);
        if (hear.mock.calls.length !== (isFrameMessage(data) ? 1 : 0)) expect.fail('Misheard.');
      }),
      { numRuns: 10_000 },
    );
  });

  it('pause the others when one begins to train', () => {
    const [one, two, beside] = [embed(), embed(), embed({ together: true })];
    say(one.frameWindow, report('training'));
    expect(two.pause).toHaveBeenCalledOnce();
    expect(one.pause).not.toHaveBeenCalled();
    expect(beside.pause).not.toHaveBeenCalled();
    say(beside.frameWindow, report('training'));
    expect(one.pause).not.toHaveBeenCalled();
  });

  it('are not paused by what one says that was just paused itself', () => {
    const [one, two] = [embed(), embed()];
    say(one.frameWindow, report('training'));
    say(two.frameWindow, report('training'));
    expect(one.pause).toHaveBeenCalledOnce();
    two.pause.mockClear();
    // Sent before the pause arrived.
    say(one.frameWindow, report('training'));
    expect(two.pause).not.toHaveBeenCalled();
    say(one.frameWindow, report('paused'));
    say(one.frameWindow, report('training'));
    expect(two.pause).toHaveBeenCalledOnce();
  });

  it('are paused by frames without an element, and by nobody of another origin', () => {
    const one = embed();
    const plainWindow = aWindow();
    say(plainWindow, report('training'), 'https://evil.example');
    expect(one.pause).not.toHaveBeenCalled();
    say(plainWindow, report('training'));
    expect(one.pause).toHaveBeenCalledOnce();
    expect(one.hear).not.toHaveBeenCalled();
  });
});
