// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensembleArcs } from '../../../src/plots/ensemble/arcs.ts';
import { ensembleFrame, ensembleLayout } from '../../../src/plots/ensemble/layout.ts';
import { circleName, circleReading, ensembleSummary } from '../../../src/plots/ensemble/wording.ts';
import type { EnsembleCircle, EnsembleData } from '../../../src/plots/ensemble-figure.ts';
import { createEnsembleFigure } from '../../../src/plots/ensemble-figure.ts';
import type { Figure } from '../../../src/plots/figure.ts';
import { ensembleCircles, pizzaNetwork } from '../../gallery/inside-circles.ts';

const circles = ensembleCircles(pizzaNetwork);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function circle(changes: Partial<EnsembleCircle> = {}): EnsembleCircle {
  return {
    k: 17,
    powerFraction: 0.258,
    axisRatio: 0.98,
    verdict: 'pizza',
    kept: true,
    accompanies: null,
    ...changes,
  };
}

describe('words', () => {
  it('name a circle', () => {
    expect(circleName(circle())).toBe('Circle 17, 26 % of the power, Pizza');
    const helper = circle({
      k: 25,
      powerFraction: 0.004,
      verdict: 'accompanying',
      accompanies: 17,
    });
    expect(circleName(helper)).toBe(
      'Circle 25, under 1 % of the power, accompanying, repairs circle 17',
    );
    expect(circleReading({ ...helper, kept: false })).toBe(
      'Circle 25 · under 1 % of the power · round (0.98) · accompanying: repairs 17 · switched off',
    );
    expect(ensembleSummary(circles)).toBe('6 circles: 3 Pizza, 3 helpers');
    expect(ensembleSummary([circle({ kept: false })])).toBe('1 circle: 1 Pizza · 1 switched off');
  });
});

describe('the layout', () => {
  it.each([300, 390, 700, 1100])('keeps circles apart and inside at %i px', (width) => {
    for (let count = 1; count <= 8; count++) {
      const some = Array.from({ length: count }, (_, index) =>
        circle({ k: index + 1, powerFraction: 0.3 / (index + 1) }),
      );
      const { nodes } = ensembleLayout(some, ensembleFrame(width));
      nodes.forEach(({ x, radius }, index) => {
        const next = nodes[index + 1];
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(width);
        if (next) expect(x + radius).toBeLessThan(next.x - next.radius);
      });
    }
  });

  it('orders by power and gives areas in proportion to it', () => {
    const some = [circle({ k: 1, powerFraction: 0.1 }), circle({ k: 2, powerFraction: 0.4 })];
    const { nodes } = ensembleLayout(some, ensembleFrame(700));
    expect(nodes.map((node) => node.circle.k)).toEqual([2, 1]);
    const [large, small] = nodes;
    expect((large?.radius ?? 0) / (small?.radius ?? 1)).toBeCloseTo(2, 6);
  });

  it('has a height that follows the width', () => {
    expect(ensembleFrame(320).height).toBeLessThan(ensembleFrame(1100).height);
  });
});

describe('the arcs', () => {
  const arcsAt = (width: number, some = circles) =>
    ensembleArcs(ensembleLayout(some, ensembleFrame(width)).nodes, { width });

  it('lead from helpers to helped', () => {
    const pairs = arcsAt(1100).map(({ helper, helped }) => [helper, helped]);
    expect(pairs).toEqual([
      [25, 17],
      [6, 3],
      [29, 15],
    ]);
    expect(arcsAt(1100).map(({ label }) => label.text)).toContain('25 repairs 17');
  });

  it.each([300, 390, 1100])('have labels that do not touch at %i px', (width) => {
    const labels = arcsAt(width).map(({ label }) => label);
    for (const one of labels) {
      for (const other of labels) {
        if (one === other || Math.abs(one.y - other.y) >= 14) continue;
        expect(Math.abs(one.x - other.x)).toBeGreaterThan(74);
      }
    }
  });

  it('leave out what is not there, and arrive side by side', () => {
    const helpers = [
      circle({ k: 17, powerFraction: 0.5 }),
      circle({ k: 25, powerFraction: 0.2, accompanies: 17 }),
      circle({ k: 24, powerFraction: 0.1, accompanies: 17 }),
      circle({ k: 6, powerFraction: 0.1, accompanies: 3 }),
    ];
    const arcs = arcsAt(700, helpers);
    expect(arcs.map(({ helper }) => helper)).toEqual([25, 24]);
    expect(arcs[0]?.head).not.toBe(arcs[1]?.head);
  });
});

describe('the ensemble figure', () => {
  let host: HTMLElement;
  let figure: Figure<EnsembleData>;
  const onToggle = vi.fn();
  const onHover = vi.fn();
  const buttons = () => [...host.querySelectorAll('button')];

  beforeEach(() => {
    onToggle.mockReset();
    onHover.mockReset();
    host = document.createElement('div');
    document.body.append(host);
    figure = createEnsembleFigure(host, { onToggle, onHover });
  });
  afterEach(() => {
    figure.destroy();
    host.remove();
  });

  it('keeps its place before there is data', async () => {
    const height = host.querySelector('svg')?.getAttribute('height');
    expect(host.textContent).toContain('The circles stand here once they are analysed');
    expect(buttons()).toHaveLength(0);
    figure.update({ circles });
    await frame();
    expect(host.querySelector('svg')?.getAttribute('height')).toBe(height);
  });

  it('has a switch for every circle', async () => {
    const off = circles.map((each) => ({ ...each, kept: each.k !== 3 }));
    figure.update({ circles: off });
    await frame();
    expect(buttons().map((button) => button.getAttribute('aria-pressed'))).toEqual([
      'true',
      'false',
      'true',
      'true',
      'true',
      'true',
    ]);
    expect(buttons()[0]?.getAttribute('aria-label')).toMatch(
      /^Circle 17, \d+ % of the power, Pizza$/,
    );
    expect(host.querySelectorAll('.ensemble-off')).toHaveLength(1);
    expect(host.querySelectorAll('[data-helper]')).toHaveLength(3);
    buttons()[3]?.click();
    expect(onToggle).toHaveBeenCalledExactlyOnceWith(25);
  });

  it('keeps a button, and with it the focus, when circles are switched', async () => {
    figure.update({ circles });
    await frame();
    const [first] = buttons();
    first?.focus();
    figure.update({ circles: circles.map((each) => ({ ...each, kept: false })) });
    await frame();
    expect(buttons()[0]).toBe(first);
    expect(document.activeElement).toBe(first);
    figure.update({ circles: circles.slice(1) });
    await frame();
    expect(buttons()).toHaveLength(5);
  });

  it('reads out the circle under pointer or focus', async () => {
    figure.update({ circles });
    await frame();
    buttons()[3]?.dispatchEvent(new Event('focus'));
    await frame();
    expect(onHover).toHaveBeenLastCalledWith(25);
    expect(host.querySelector('.ensemble-reading')?.textContent).toContain('repairs 17');
    expect(host.querySelector('.ensemble-arc-active')?.getAttribute('data-helper')).toBe('25');
    buttons()[3]?.dispatchEvent(new Event('blur'));
    await frame();
    expect(onHover).toHaveBeenLastCalledWith(null);
    expect(host.querySelector('.ensemble-reading')?.textContent).toBe(
      '6 circles: 3 Pizza, 3 helpers',
    );
  });

  it('says what there is, and walks from switch to switch with arrow keys', async () => {
    figure.update({ circles });
    await frame();
    const group = host.querySelector('[role="group"]');
    expect(group?.getAttribute('aria-label')).toBe(
      'Circles of the network. 6 circles: 3 Pizza, 3 helpers',
    );
    buttons()[0]?.focus();
    buttons()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    expect(document.activeElement).toBe(buttons()[5]);
    figure.update({ circles: circles.map((each) => ({ ...each, kept: false })) });
    await frame();
    expect(group?.getAttribute('aria-label')).toContain('6 switched off');
  });

  it('says when no circle repairs another', async () => {
    figure.update({ circles: circles.slice(0, 3) });
    await frame();
    expect(host.textContent).toContain('no circle here repairs another');
  });

  it('leaves nothing behind', async () => {
    figure.update({ circles });
    figure.destroy();
    await frame();
    expect(host.childElementCount).toBe(0);
  });
});
