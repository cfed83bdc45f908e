// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scrubText, stepAfterKey, stepAtPosition } from '../../src/plots/curves/scrub.ts';
import { createTimelineFigure, type RunHistory } from '../../src/plots/curves.ts';
import type { Figure } from '../../src/plots/figure.ts';
import { clockPoint, emptyHistory, historyUntil } from '../gallery/synthetic-runs.ts';

const history = historyUntil(
  clockPoint,
  [
    { step: 150, label: 'fits' },
    { step: 500, label: 'generalises' },
  ],
  { last: 2000, stride: 100, steps: 4000 },
);

describe('rules of the scrubber', () => {
  it('move one snapshot with arrows, ten with page keys, and to both ends', () => {
    const at = (cursorStep: number | null) => ({ ...history, cursorStep });
    expect(stepAfterKey(at(null), 'ArrowLeft')).toBe(1900);
    expect(stepAfterKey(at(500), 'ArrowRight')).toBe(600);
    expect(stepAfterKey(at(500), 'ArrowUp')).toBe(600);
    expect(stepAfterKey(at(500), 'PageUp')).toBe(1500);
    expect(stepAfterKey(at(500), 'PageDown')).toBe(0);
    expect(stepAfterKey(at(500), 'Home')).toBe(0);
    expect(stepAfterKey(at(500), 'End')).toBeNull();
    expect(stepAfterKey(at(1900), 'ArrowRight')).toBeNull();
    expect(stepAfterKey(at(500), 'a')).toBeUndefined();
    expect(stepAfterKey(emptyHistory, 'ArrowLeft')).toBeNull();
  });

  it('snap a drag to snapshots, and to live at the end of what is trained', () => {
    expect(stepAtPosition(history, 26, 10)).toBe(300);
    expect(stepAtPosition(history, -40, 10)).toBe(0);
    expect(stepAtPosition(history, 197, 10)).toBeNull();
    expect(stepAtPosition(history, 390, 10)).toBeNull();
    expect(stepAtPosition(emptyHistory, 20, 10)).toBeNull();
  });

  it('say the step, the total, and a milestone there', () => {
    expect(scrubText(history)).toBe('live, step 2,000 of 4,000');
    expect(scrubText({ ...history, cursorStep: 500 })).toBe('step 500 of 4,000, generalises');
    expect(scrubText(emptyHistory)).toBe('no steps yet');
  });
});

describe('timeline', () => {
  let frames: FrameRequestCallback[] = [];
  let host: HTMLElement;
  let figure: Figure<RunHistory>;
  const onScrub = vi.fn<(step: number | null) => void>();

  const settle = () => {
    for (const frame of frames.splice(0)) frame(0);
  };
  const slider = () => {
    const element = host.querySelector('[role="slider"]');
    if (element === null) throw new Error('The timeline has no slider.');
    return element;
  };
  const value = (name: string) => slider().getAttribute(`aria-value${name}`);
  const press = (key: string, modifiers: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers });
    slider().dispatchEvent(event);
    settle();
    return event;
  };

  beforeEach(() => {
    vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
    host = document.body.appendChild(document.createElement('div'));
    figure = createTimelineFigure(host, { onScrub });
    figure.update(history);
    settle();
    onScrub.mockClear();
  });

  afterEach(() => {
    figure.destroy();
    host.remove();
    vi.unstubAllGlobals();
  });

  it('is a slider over the steps that were trained', () => {
    expect([value('min'), value('max'), value('now')]).toEqual(['0', '2000', '2000']);
    expect(value('text')).toBe('live, step 2,000 of 4,000');
    expect(slider().getAttribute('tabindex')).toBe('0');
  });

  it('moves at once with a key, and reports the step', () => {
    const event = press('ArrowLeft');
    expect(event.defaultPrevented).toBe(true);
    expect(onScrub).toHaveBeenLastCalledWith(1900);
    expect(value('now')).toBe('1900');
    press('Home');
    expect(onScrub).toHaveBeenLastCalledWith(0);
    press('End');
    expect(onScrub).toHaveBeenLastCalledWith(null);
    expect(value('text')).toMatch(/^live/);
  });

  it('leaves other keys and shortcuts to the browser', () => {
    expect(press('Tab').defaultPrevented).toBe(false);
    expect(press('ArrowLeft', { altKey: true }).defaultPrevented).toBe(false);
    expect(onScrub).not.toHaveBeenCalled();
  });

  it('goes live with its button', () => {
    press('Home');
    const button = host.querySelector('button');
    expect(button?.getAttribute('aria-pressed')).toBe('false');
    button?.click();
    settle();
    expect(onScrub).toHaveBeenLastCalledWith(null);
    expect(button?.getAttribute('aria-pressed')).toBe('true');
  });

  it('drags with a captured pointer', () => {
    const element = slider() as SVGSVGElement;
    let captured = false;
    element.setPointerCapture = () => {
      captured = true;
    };
    element.hasPointerCapture = () => captured;
    const pointer = (type: string, clientX: number) => {
      element.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, button: 0 }));
      settle();
    };
    pointer('pointermove', 40);
    expect(onScrub).not.toHaveBeenCalled();
    pointer('pointerdown', 10);
    expect(onScrub).toHaveBeenLastCalledWith(0);
    pointer('pointermove', 60);
    expect(onScrub.mock.lastCall?.[0]).toBeGreaterThan(0);
    pointer('pointermove', 320);
    expect(onScrub).toHaveBeenLastCalledWith(null);
  });

  it('names its milestones in titles, whether or not their names find room', () => {
    const titles = [...host.querySelectorAll('title')].map((title) => title.textContent);
    expect(titles).toContain('generalises, step 500');
  });

  it('rests while there are no steps', () => {
    figure.update(emptyHistory);
    settle();
    expect(slider().getAttribute('aria-disabled')).toBe('true');
    expect(value('text')).toBe('no steps yet');
    press('ArrowLeft');
    expect(onScrub).not.toHaveBeenCalled();
  });

  it('removes everything', () => {
    figure.destroy();
    expect(host.childElementCount).toBe(0);
  });
});
