// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Figure } from '../../../src/plots/figure.ts';
import { answerAfterKey } from '../../../src/plots/pair/vote-pointer.ts';
import { circleNote, plotLabel, rightText, winnerText } from '../../../src/plots/pair/wording.ts';
import type { PairData } from '../../../src/plots/pair-figure.ts';
import { createPairFigure } from '../../../src/plots/pair-figure.ts';
import { clockPairs, pairData, pizzaPairs } from '../../gallery/inside-pair.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The same pair before its logits have come. */
function computing(data: PairData): PairData {
  const circles = data.circles.map((circle) => ({ ...circle, logits: null }));
  return { ...data, circles, sum: null, full: null };
}

describe('words', () => {
  it('name the right answer and the winner', () => {
    expect(rightText(46)).toBe('right: 46');
    expect(winnerText('their sum', 12, 12)).toBe('their sum says 12');
    expect(winnerText('their sum', 31, 12)).toBe('their sum says 31, right is 12');
  });

  it('say what a circle makes of the hands', () => {
    expect(circleNote('pizza', { x: 0.6, y: 0 })).toBe('midpoint at 60\u00a0% of the radius');
    expect(circleNote('accompanying', { x: 0.05, y: 0.1 })).toBe(
      'midpoint near the centre: this circle can hardly tell',
    );
    expect(circleNote('clock', { x: 0, y: 0 })).toBe('the hand of a, turned on by b');
    expect(circleNote('none', { x: 0, y: 0 })).toBe('no formula fits this circle');
  });

  it('describe the votes', () => {
    const label = plotLabel(
      59,
      52,
      [
        { name: 'circle 17', favourites: [38, 3] },
        { name: 'circle 3', favourites: [] },
      ],
      [{ name: 'their sum', favourites: [31] }],
    );
    expect(label).toBe(
      'Votes of the circles for c from 0 to 58; right is 52. ' +
        'Circle 17 for 38, 3, circle 3 is being computed. Their sum says 31, right is 52.',
    );
  });
});

describe('keys on the votes', () => {
  it('walk over the answers and around', () => {
    expect(answerAfterKey(59, undefined, 'ArrowRight', 52)).toBe(52);
    expect(answerAfterKey(59, 58, 'ArrowRight', 52)).toBe(0);
    expect(answerAfterKey(59, 3, 'PageDown', 52)).toBe(52);
    expect(answerAfterKey(59, 3, 'End', 52)).toBe(58);
    expect(answerAfterKey(59, 3, 'Escape', 52)).toBe('none');
    expect(answerAfterKey(59, 3, 'x', 52)).toBeUndefined();
    expect(answerAfterKey(0, 3, 'Home', 52)).toBeUndefined();
  });
});

describe('the pair inspector', () => {
  let host: HTMLElement;
  let figure: Figure<PairData>;
  const onChangePair = vi.fn();
  const all = (selector: string) => [...host.querySelectorAll<HTMLElement>(selector)];
  const groups = () => all('[role="group"]').map((group) => group.getAttribute('aria-label'));
  const slider = (name: string) =>
    host.querySelector(`[role="slider"][aria-label="${name}"]`) as HTMLElement;
  const plot = () => host.querySelector('.pair-votes') as SVGSVGElement;
  const press = (target: Element, key: string) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  const show = async (data: PairData) => {
    figure.update(data);
    await frame();
  };

  beforeEach(() => {
    onChangePair.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createPairFigure(host, { onChangePair });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('invites before there are circles, and again without', async () => {
    expect(host.querySelector('.pair-empty')).not.toBeNull();
    expect(plot().hasAttribute('role')).toBe(false);
    const root = host.firstElementChild as HTMLElement;
    const height = root.style.height;
    await show(pairData(pizzaPairs, 12, 40));
    expect(host.querySelector('.pair-empty')).toBeNull();
    await show({ ...pairData(pizzaPairs, 12, 40), circles: [], sum: null, full: null });
    expect(host.querySelector('.pair-empty')).not.toBeNull();
    expect(groups()).toEqual([]);
    // Room for six circles is kept before, during and after.
    expect(height).toMatch(/^\d+px$/);
    expect(root.style.height).toBe(height);
    expect(plot().hasAttribute('tabindex')).toBe(false);
  });

  it('names circles, hands and votes', async () => {
    await show(pairData(pizzaPairs, 12, 40, [17, 15, 25, 6, 29]));
    expect(groups()).toEqual([
      'circle 17 · Pizza',
      'circle 3 · Pizza · off',
      'circle 15 · Pizza',
      'circle 25 · helps 17',
      'circle 6 · helps 3',
      'circle 29 · helps 15',
    ]);
    const titles = all('.pair-title').map((title) => title.textContent);
    expect(titles.slice(0, 2)).toEqual(['circle 17 · Pizza', 'circle 3 · Pizza · off']);
    expect(all('[role="slider"]')).toHaveLength(12);
    const a = slider('a on circle 17');
    expect(a.tabIndex).toBe(0);
    expect(a.getAttribute('aria-valuenow')).toBe('12');
    expect(a.getAttribute('aria-valuemax')).toBe('58');
    expect(a.getAttribute('aria-valuetext')).toBe('a = 12');
    expect(plot().getAttribute('role')).toBe('img');
    expect(plot().getAttribute('aria-label')).toContain('right is 52.');
    expect(host.querySelectorAll('.pair-points')[0]?.childElementCount).toBe(59);
    expect(host.querySelectorAll('.pair-band-circle')).toHaveLength(6);
    expect(host.querySelectorAll('.pair-band.pair-off')).toHaveLength(1);
    expect(host.querySelector('.pair-right-label')?.textContent).toBe('right: 52');
  });

  it('labels the winner, right or wrong', async () => {
    await show(pairData(clockPairs, 12, 55));
    const total = () => host.querySelector('.pair-total-sum')?.textContent;
    const label = () => host.querySelector('.pair-band-sum .pair-favourite-label')?.textContent;
    expect(total()).toBe('their sum says 8');
    expect(host.querySelector('.pair-total-full')?.textContent).toBe('whole network says 8');
    expect(label()).toBe('8');
    const sum = new Float32Array(59);
    sum[31] = 5;
    await show({ ...pairData(clockPairs, 12, 55), sum });
    expect(total()).toBe('their sum says 31, right is 8');
    expect(label()).toBe('31');
    expect(plot().getAttribute('aria-label')).toContain('Their sum says 31, right is 8');
  });

  it('says when a circle cannot tell', async () => {
    // On circle 3 of p = 59 residues 10 apart stand opposite each other.
    await show(pairData(pizzaPairs, 10, 0));
    const notes = all('.pair-note').map((note) => note.textContent);
    expect(notes[1]).toBe('midpoint near the centre: this circle can hardly tell');
    expect(host.querySelectorAll('.pair-lost').length).toBeGreaterThan(0);
  });

  it('moves a hand along its ring by keyboard', async () => {
    await show(pairData(pizzaPairs, 12, 40));
    // On circle 17 the next place is 7 further, on circle 3 it is 20.
    press(slider('a on circle 17'), 'ArrowRight');
    expect(onChangePair).toHaveBeenLastCalledWith(19, 40);
    press(slider('b on circle 3'), 'ArrowDown');
    expect(onChangePair).toHaveBeenLastCalledWith(12, 20);
    press(slider('b on circle 17'), 'PageUp');
    expect(onChangePair).toHaveBeenLastCalledWith(12, (40 + 35) % 59);
    press(slider('b on circle 17'), 'Tab');
    expect(onChangePair).toHaveBeenCalledTimes(3);
    await show(pairData(pizzaPairs, 19, 40));
    expect(slider('a on circle 29').getAttribute('aria-valuenow')).toBe('19');
  });

  it('moves a hand by pointer to the nearest residue', async () => {
    await show(pairData(pizzaPairs, 12, 40));
    const b = slider('b on circle 17');
    // One step of 7 along circle 17 from b, twice as far out as the ring.
    send(b, 'pointermove', 47);
    expect(onChangePair).not.toHaveBeenCalled();
    send(b, 'pointerdown', 40);
    expect(document.activeElement).toBe(b);
    send(b, 'pointermove', 47);
    expect(onChangePair).toHaveBeenLastCalledWith(12, 47);
    send(b, 'pointermove', 54);
    expect(onChangePair).toHaveBeenLastCalledWith(12, 54);
    send(b, 'pointerup', 54);
    onChangePair.mockClear();
    send(b, 'pointermove', 5);
    expect(onChangePair).not.toHaveBeenCalled();
  });

  it('takes the nearer of two hands that overlap', async () => {
    await show(pairData(pizzaPairs, 12, 19));
    send(slider('b on circle 17'), 'pointerdown', 12);
    send(slider('a on circle 17'), 'pointermove', 5);
    expect(onChangePair).toHaveBeenLastCalledWith(5, 19);
  });

  it('tells all votes for an answer', async () => {
    await show(pairData(clockPairs, 12, 55));
    press(plot(), 'ArrowRight');
    press(plot(), 'ArrowRight');
    await frame();
    const spoken = host.querySelector('[aria-live]')?.textContent;
    expect(spoken).toMatch(
      /^c = 9: circle 13 .*, circle 16 .*, circle 21 .*, circle 17 .*, their sum .*, whole network /,
    );
    expect(host.querySelector('.pair-cursor-label')?.textContent).toBe('c = 9');
    expect((host.querySelector('.pair-pointed') as SVGElement).textContent).not.toBe('');
    press(plot(), 'Escape');
    await frame();
    expect((host.querySelector('.pair-cursor') as SVGElement).style.display).toBe('none');
  });

  it('waits for logits, and keeps the last ones meanwhile', async () => {
    await show(computing(pairData(clockPairs, 12, 55)));
    const waiting = () => all('.pair-waiting').map((text) => text.textContent);
    expect(waiting()).toEqual(Array.from({ length: 5 }, () => 'computing …'));
    expect(host.querySelector('.pair-total')?.textContent).toContain('computing …');
    expect(plot().getAttribute('aria-label')).toContain('Circle 13 is being computed');
    await show(pairData(clockPairs, 12, 55));
    expect(waiting().every((text) => text === '')).toBe(true);
    expect(host.querySelector('.pair-stale')).toBeNull();
    await show(computing(pairData(clockPairs, 13, 55)));
    expect(waiting().every((text) => text === '')).toBe(true);
    expect(host.querySelectorAll('.pair-stale')).toHaveLength(5);
    expect(slider('a on circle 13').getAttribute('aria-valuenow')).toBe('13');
  });

  it('leaves nothing behind', async () => {
    figure.update(pairData(pizzaPairs, 12, 40));
    await frame();
    figure.update(pairData(pizzaPairs, 13, 40));
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });

  /** A pointer on the first ring, in the direction of a residue; happy-dom's boxes are at 0, 0. */
  function send(target: Element, type: string, residue: number) {
    const guide = host.querySelector('.pair-guide') as SVGElement;
    const [cx, cy, radius] = ['cx', 'cy', 'r'].map((name) => Number(guide.getAttribute(name)));
    const { points } = pairData(pizzaPairs, 12, 40).circles[0] ?? { points: [] };
    const angle = Math.atan2(points[2 * residue + 1] ?? 0, points[2 * residue] ?? 0);
    const reach = (type === 'pointermove' ? 2 : 1) * (radius ?? 0);
    const clientX = (cx ?? 0) + reach * Math.cos(angle);
    const clientY = (cy ?? 0) - reach * Math.sin(angle);
    target.dispatchEvent(
      new PointerEvent(type, { button: 0, bubbles: true, clientX, clientY, cancelable: true }),
    );
  }
});
