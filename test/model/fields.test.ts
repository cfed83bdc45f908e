import { afterEach, describe, expect, it } from 'vitest';
import { chooseToSpeak } from '../../src/messages/choose.ts';
import { speak } from '../../src/messages/words.ts';
import {
  describeConfiguration,
  isTransformer,
  modelDimensions,
} from '../../src/model/configuration.ts';
import { configurationFields, defaultConfiguration, fieldEntries } from '../../src/model/fields.ts';
import { findPreset, presetOf, presets } from '../../src/model/presets.ts';
import { findRecordedRun } from '../../src/model/recorded-runs.ts';
import { checkConfiguration } from '../../src/model/validation.ts';

afterEach(() => speak('en'));

describe('the settings', () => {
  it('have names of their own that fit into a URL, and words for a reader', () => {
    const names = fieldEntries.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const [, { name, label, explanation }] of fieldEntries) {
      expect(name).toMatch(/^[a-z]+$/);
      expect(label.length).toBeGreaterThan(0);
      expect(explanation).toMatch(/\.$/);
    }
  });

  it('have defaults that are valid', () => {
    const raw = Object.fromEntries(
      fieldEntries.map(([key, { name }]) => [name, defaultConfiguration[key]]),
    );
    expect(checkConfiguration(raw)).toEqual({ configuration: defaultConfiguration, problems: [] });
  });

  it('start from the paper', () => {
    expect(defaultConfiguration).toMatchObject({
      model: 'transformer',
      p: 59,
      width: 128,
      heads: 4,
      layers: 1,
      activation: 'relu',
      learningRate: 1e-3,
      weightDecay: 2,
      trainFraction: 0.8,
    });
    expect(configurationFields.attentionRate).toMatchObject({ minimum: 0, maximum: 1 });
  });
});

describe('the presets', () => {
  it.for(presets.map((preset) => [preset.name, preset] as const))(
    'include %s, which is valid',
    ([, preset]) => {
      const raw = Object.fromEntries(
        fieldEntries.map(([key, { name }]) => [name, preset.configuration[key]]),
      );
      expect(checkConfiguration(raw)).toEqual({
        configuration: preset.configuration,
        problems: [],
      });
      expect(preset.name).toMatch(/^[a-z0-9-]+$/);
      expect(preset.label.length).toBeGreaterThan(0);
      expect(preset.commentary.length).toBeGreaterThan(0);
    },
  );

  it('can be found by name and recognised by their settings', () => {
    expect(presets.length).toBeGreaterThan(0);
    for (const preset of presets) {
      expect(findPreset(preset.name)).toBe(preset);
      expect(presetOf({ ...preset.configuration })).toBe(preset);
      expect(presetOf({ ...preset.configuration, seed: 987_654 })).toBeUndefined();
    }
    expect(findPreset('no such preset')).toBeUndefined();
  });
});

describe('a configuration', () => {
  it('fixes the sizes of its network', () => {
    expect(modelDimensions(defaultConfiguration)).toEqual({
      pairs: 3481,
      vocabulary: 59,
      context: 2,
      headWidth: 32,
      hiddenWidth: 512,
      embeddingWidth: 128,
    });
    expect(
      modelDimensions({ ...defaultConfiguration, separateEmbeddings: true, equalsToken: true }),
    ).toMatchObject({ vocabulary: 119, context: 3 });
  });

  it('ignores what only the attention network has when it is a linear model', () => {
    const linear = {
      ...defaultConfiguration,
      model: 'linear-delta' as const,
      separateEmbeddings: true,
      equalsToken: true,
    };
    expect(isTransformer(linear)).toBe(false);
    expect(modelDimensions(linear)).toMatchObject({
      vocabulary: 59,
      context: 2,
      hiddenWidth: 128,
      embeddingWidth: 64,
    });
  });

  it('has a name fit for a file that tells different runs apart', () => {
    const changes = [
      {},
      { p: 31 },
      { width: 64 },
      { attentionRate: 0.5 },
      { layers: 2 },
      { activation: 'gelu' as const },
      { separateEmbeddings: true },
      { equalsToken: true },
      { trainFraction: 0.3 },
      { seed: 9 },
      { model: 'linear-beta' as const },
      { model: 'linear-delta' as const },
    ];
    const names = changes.map((change) =>
      describeConfiguration({ ...defaultConfiguration, ...change }),
    );
    expect(new Set(names).size).toBe(changes.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9.-]+$/);
  });
});

describe('labels', () => {
  const labels = () => [
    configurationFields.width.label,
    findPreset('clock')?.label,
    findRecordedRun('edge')?.label,
  ];

  it('are in the language that is on when they are read', async () => {
    expect(labels()).toEqual(['Width', 'Clock', 'On the edge']);
    await chooseToSpeak('zh-Hans');
    expect(labels()).toEqual(['宽度', '时钟', '临界处']);
    expect(checkConfiguration({ p: 1 }).problems[0]?.message).toBe(
      'p=1 不可用：“模数 p”必须是 2 到 127 之间的整数。已改用 59。',
    );
  });
});
