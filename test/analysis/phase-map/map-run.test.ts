import { describe, expect, it } from 'vitest';
import { type MapRun, mapRunOf } from '../../../src/analysis/phase-map/map-run.ts';
import { defaultConfiguration } from '../../../src/model/fields.ts';
import { mapRun } from './support/map-runs.ts';

const plane = (k: number, powerFraction: number, axisRatio: number) => ({
  k,
  powerFraction,
  axisRatio,
  sharedFactor: 1,
});

const result = {
  gradientSymmetricity: 0.7,
  distanceIrrelevance: 0.8,
  distanceIrrelevanceWrongLogit: 0.85,
  circularity: 0.995,
  trainAccuracy: 1,
  testAccuracy: 0.999,
  verdict: 'clock',
  frequencies: [plane(1, 0.5, 0.2), plane(2, 0.06, 0.71), plane(3, 0.04, 1)],
};

describe('a run on the map', () => {
  it('is a run of ours under its settings, its seed and its name', () => {
    const configuration = { ...defaultConfiguration, attentionRate: 0.3, seed: 7 };
    const run = mapRunOf({ configuration, result, diverged: false });
    expect(run).toMatchObject({
      id: 'p59-width128-attention0.3-seed7',
      seed: 7,
      verdict: 'clock',
      gradientSymmetricity: 0.7,
      isCircular: true,
      hasRoundPlane: true,
      diverged: false,
    } satisfies Partial<MapRun>);
    expect(run.settings).toEqual({
      model: 'transformer',
      attentionRate: 0.3,
      width: 128,
      layers: 1,
      heads: 4,
      p: 59,
      weightDecay: 2,
      trainFraction: 0.8,
      steps: 5000,
      activation: 'relu',
      separateEmbeddings: false,
      equalsToken: false,
    });
  });

  it('has a round plane only where a main one is round', () => {
    const flat = { ...result, frequencies: [plane(1, 0.9, 0.69), plane(2, 0.04, 1)] };
    const run = mapRunOf({ configuration: defaultConfiguration, result: flat, diverged: false });
    expect(run.hasRoundPlane).toBe(false);
  });

  it('says NaN for what has no number, and for the attention of a linear model', () => {
    const configuration = { ...defaultConfiguration, model: 'linear-beta' } as const;
    const lost = { ...result, circularity: null, testAccuracy: null, verdict: 'diverged' };
    const run = mapRunOf({ configuration, result: lost, diverged: true });
    expect(run).toMatchObject({ circularity: Number.NaN, isCircular: false, diverged: true });
    expect(run.testAccuracy).toBeNaN();
    expect(run.settings.attentionRate).toBeNaN();
  });

  it('of others leaves open what nobody knows', () => {
    const run = mapRun();
    expect(run).toMatchObject({ seed: null, verdict: null, hasRoundPlane: null, diverged: false });
    expect(run.settings.model).toBe('transformer');
    expect(run.isCircular).toBe(true);
  });
});
