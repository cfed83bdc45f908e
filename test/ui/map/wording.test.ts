import { describe, expect, it } from 'vitest';
import type { MapOverview } from '../../../src/state/tables.ts';
import type { MapManner } from '../../../src/ui/map/map-data.ts';
import {
  countsText,
  elsewhereText,
  fittedTransition,
  irrelevanceText,
  mapSummary,
  number,
  runLines,
  symmetricityText,
  transitionText,
  verdictName,
} from '../../../src/ui/map/wording.ts';
import { mapRun } from '../../analysis/phase-map/support/map-runs.ts';

const manner: MapManner = { up: 'gs', setting: 'width', colour: 'symmetricity', form: 'correct' };
const fit = { midpoint: 0.5164, span: 0.0976, interval: [0.5021, 0.531], count: 1817 } as const;

/** An overview of runs of which nearly all count. */
function overview(changes: Partial<MapOverview> = {}): MapOverview {
  return {
    counts: {
      total: 2400,
      counted: 1817,
      reasons: [
        ['not circular', 575],
        ['diverged', 8],
      ],
    },
    transitions: { symmetricity: fit, irrelevance: null },
    bins: { symmetricity: [], irrelevance: [] },
    standings: [],
    ...changes,
  };
}

describe('words about a run', () => {
  it('say where it lies and what it is', () => {
    const run = mapRun({ attentionRate: 0.25, seed: 7, verdict: 'pizza' });
    expect(runLines(run, undefined)).toEqual([
      'α 0.25 · width 128 · seed 7',
      'GS 0.99 · q 0.2, 0.25 (wrong-logit form)',
      'Pizza',
    ]);
  });

  it('say why it is left out, and do without what is not known', () => {
    const run = mapRun({ distanceIrrelevance: Number.NaN, gradientSymmetricity: Number.NaN });
    const deep = { ...run, settings: { ...run.settings, layers: 2, attentionRate: Number.NaN } };
    expect(runLines(deep, 'not circular (0.90, below 0.995)')).toEqual([
      'α – · width 128 · 2 layers · made up',
      'GS – · q 0.25 (wrong-logit form)',
      'left out: not circular (0.90, below 0.995)',
    ]);
  });

  it('name verdicts', () => {
    expect(['clock', 'learning', 'pasta', null].map(verdictName)).toEqual([
      'Clock',
      'not learned',
      'pasta',
      '',
    ]);
  });

  it('never round a measure to a threshold it does not reach', () => {
    expect([0.98, 0.97996, 0.98004, 0.99996, 1, 0.5].map(symmetricityText)).toEqual([
      '0.98',
      '0.97996',
      '0.98004',
      '0.99996',
      '1',
      '0.5',
    ]);
    expect([0.6, 0.5996, 0.6001, 0.25].map(irrelevanceText)).toEqual([
      '0.6',
      '0.5996',
      '0.6001',
      '0.25',
    ]);
    expect(symmetricityText(Number.NaN)).toBe('–');
  });

  it('round numbers', () => {
    expect(number(0.12345, 3)).toBe('0.123');
    expect(number(2, 3)).toBe('2');
    expect(number(-0.0001, 2)).toBe('0');
    expect(number(Number.NaN, 3)).toBe('–');
    expect(number(Number.POSITIVE_INFINITY, 3)).toBe('–');
  });
});

describe('words about a map', () => {
  it('count its runs', () => {
    expect(countsText(overview())).toBe(
      '1,817 of 2,400 runs count; greyed: 575 not circular, 8 diverged.',
    );
    const all = overview({ counts: { total: 3, counted: 3, reasons: [] } });
    expect(countsText(all)).toBe('3 of 3 runs count.');
    expect(elsewhereText({ otherSettings: 0, withoutRate: 0 })).toBe('');
    expect(elsewhereText({ otherSettings: 1200, withoutRate: 2 })).toMatch(
      /^1,200 more .*other settings.*\. 2 linear models/,
    );
  });

  it('give the transition of the measure that is up', () => {
    const text = transitionText(overview(), manner);
    for (const part of ['GS ≤ 0.98', 'α = 0.52', '95 % interval 0.5', '0.53', '10 % to 90 %']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/1,817/);
    expect(transitionText(overview(), { ...manner, up: 'setting' })).toBe('');
    const sharp = { symmetricity: { ...fit, span: 0 }, irrelevance: null };
    expect(transitionText(overview({ transitions: sharp }), manner)).toMatch(
      /sharper than the attention rates are spaced/,
    );
  });

  it('say so when there is no transition', () => {
    const wrong = transitionText(overview(), { ...manner, up: 'q', form: 'wrong' });
    expect(wrong).toMatch(/^[A-Z][^\n]*q ≥ 0\.6, wrong-logit form[^\n]*\.$/);
    expect(wrong).not.toContain('α =');
    const none = overview({ counts: { total: 2, counted: 0, reasons: [['diverged', 2]] } });
    expect(transitionText(none, manner)).toBe('');
    const few = overview({ counts: { total: 3, counted: 3, reasons: [] } });
    expect(transitionText(few, manner)).toMatch(/^Too few runs/);
    expect(fittedTransition(few, 'gs')).toBeNull();
    expect(fittedTransition(overview(), 'gs')).toBe(fit);
    expect(fittedTransition(overview(), 'q')).toBeNull();
  });

  it('stand in for the picture', () => {
    expect(mapSummary('Shipped runs', manner, undefined)).toBe(
      'Shipped runs: attention rate across, gradient symmetricity upwards.',
    );
    expect(mapSummary('Mine', { ...manner, up: 'setting', setting: 'layers' }, overview())).toMatch(
      /^Mine: attention rate across, depth upwards\. 1,817 of 2,400 runs count/,
    );
    expect(mapSummary('Mine', { ...manner, up: 'q' }, undefined)).toMatch(/distance irrelevance/);
  });
});
