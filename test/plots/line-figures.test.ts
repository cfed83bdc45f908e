// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createAccuracyFigure,
  createLossFigure,
  createMeasuresFigure,
  createVerdictPlane,
  type RunHistory,
} from '../../src/plots/curves.ts';
import type { Figure } from '../../src/plots/figure.ts';
import { clockPoint, emptyHistory, historyUntil } from '../gallery/synthetic-runs.ts';

const history = historyUntil(clockPoint, [{ step: 150, label: 'fits' }], {
  last: 1100,
  stride: 100,
  steps: 4000,
});

let frames: FrameRequestCallback[] = [];
let time = 0;
let host: HTMLElement;
let figure: Figure<RunHistory> | undefined;

/** Runs animation frames until nothing asks for another one. */
function settle(): void {
  for (let count = 0; frames.length > 0 && count < 200; count += 1) {
    time += 16;
    for (const frame of frames.splice(0)) frame(time);
  }
  expect(frames).toHaveLength(0);
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  host = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  figure?.destroy();
  figure = undefined;
  host.remove();
  vi.unstubAllGlobals();
});

function find(selector: string): Element {
  const element = host.querySelector(selector);
  if (element === null) throw new Error(`The figure has no ${selector}.`);
  return element;
}

const label = () => find('svg').getAttribute('aria-label');
const readingText = () => find('.curves-reading').textContent;
const press = (key: string) =>
  find('svg').dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

function mount(create: (element: HTMLElement) => Figure<RunHistory>, data: RunHistory): void {
  figure = create(host);
  figure.update(data);
  settle();
}

const creators = {
  loss: createLossFigure,
  accuracy: createAccuracyFigure,
  measures: createMeasuresFigure,
  plane: createVerdictPlane,
};

describe.each(Object.entries(creators))('%s figure', (_, create) => {
  it('says that there are no steps yet', () => {
    mount(create, emptyHistory);
    expect(label()).toContain('No steps yet');
    expect(find('.curves-empty').textContent).toBe('no steps yet');
    expect(readingText()).toBe('');
    expect(press('ArrowLeft')).toBe(true);
  });

  it('is an image that the keyboard reaches and whose text changes with the data', () => {
    mount(create, history);
    expect(find('svg').getAttribute('role')).toBe('img');
    expect(find('svg').getAttribute('tabindex')).toBe('0');
    expect(label()).toContain('Step 1,100');
    figure?.update({ ...history, cursorStep: 300 });
    settle();
    expect(label()).toContain('Step 300');
    expect(readingText()).toMatch(/^step 300 · /);
  });

  it('reads the points one by one with the arrow keys', () => {
    mount(create, history);
    press('ArrowLeft');
    settle();
    expect(readingText()).toMatch(/^step 1,000 · /);
    expect(find('[aria-live]').textContent).toBe(readingText());
    press('Home');
    settle();
    expect(readingText()).toMatch(/^step 0 · /);
    press('ArrowRight');
    settle();
    expect(readingText()).toMatch(/^step 100 · /);
    press('Escape');
    settle();
    expect(readingText()).toMatch(/^step 1,100 · /);
  });

  it('draws at most once per frame and keeps its elements between updates', () => {
    mount(create, history);
    const before = [...host.querySelectorAll('path, circle, rect')];
    for (let count = 0; count < 5; count += 1) figure?.update({ ...history });
    expect(frames.length).toBeLessThanOrEqual(1);
    settle();
    expect([...host.querySelectorAll('path, circle, rect')]).toEqual(before);
  });

  it('survives values that are all missing', () => {
    const missing = history.points.map(({ step }) => ({
      step,
      trainLoss: Number.NaN,
      testLoss: null,
      trainAccuracy: null,
      testAccuracy: Number.NaN,
      gradientSymmetricity: null,
      distanceIrrelevance: null,
    }));
    mount(create, { ...history, points: missing });
    expect(host.innerHTML).not.toMatch(/NaN/);
    press('ArrowLeft');
    settle();
    expect(readingText()).toContain('–');
  });

  it('removes everything', () => {
    mount(create, history);
    figure?.update(history);
    figure?.destroy();
    expect(host.childElementCount).toBe(0);
    expect(frames).toHaveLength(0);
  });
});

describe('lines', () => {
  it('are interrupted where a value is missing, and no coordinate is broken', () => {
    const points = history.points.map((point, index) => ({
      ...point,
      testLoss: [3, 4, 7].includes(index) ? ([null, Number.NaN, 0][index % 3] ?? null) : 0.5,
    }));
    mount(createLossFigure, { ...history, points });
    const path = find('.curves-line-test').getAttribute('d') ?? '';
    expect(path.match(/M/g)).toHaveLength(3);
    expect(host.innerHTML).not.toMatch(/NaN|Infinity/);
  });

  it('carry their names, and the cursor stands at the step shown', () => {
    mount(createLossFigure, { ...history, cursorStep: 500 });
    const names = [...host.querySelectorAll('.curves-end-label')].map((text) => text.textContent);
    expect(names).toEqual(['train', 'test']);
    const cursor = find('.curves-upright-cursor');
    expect(Number(cursor.getAttribute('x1'))).toBeGreaterThan(0);
    figure?.update(history);
    settle();
    expect(host.querySelector('.curves-upright-cursor')).toBeNull();
  });

  it('start their axes anew with a new run', () => {
    mount(createLossFigure, history);
    figure?.update({ ...history, points: history.points.slice(0, 1) });
    settle();
    const ticks = [...host.querySelectorAll('.curves-tick')].map((text) => text.textContent);
    expect(ticks).toContain('100');
    expect(ticks).not.toContain('1,000');
  });
});

describe('verdict plane', () => {
  it('says in which region the run is and where it started', () => {
    mount(createVerdictPlane, history);
    expect(label()).toMatch(/Step 1,100: GS 0\.\d+, q 0\.\d+, in the Clock region\. Started at GS/);
    figure?.update({ ...history, points: [] });
    settle();
    expect(label()).toContain('No steps yet');
  });

  it('shows the newest measured point when the snapshot shown was not measured', () => {
    const points = history.points.map((point, index) =>
      index > 5 ? { ...point, gradientSymmetricity: null } : point,
    );
    mount(createVerdictPlane, { ...history, points });
    expect(label()).toContain('Step 500');
    expect(host.querySelectorAll('.plane-dot-present')).toHaveLength(1);
  });
});
