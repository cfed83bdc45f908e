import { describe, expect, it } from 'vitest';
import { writeNetworkFile } from '../../src/formats/network-file.ts';
import { openNetwork } from '../../src/formats/open-network.ts';
import { readSafetensors, writeSafetensors } from '../../src/formats/safetensors.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { type Network, trainedNetwork } from '../../src/model/network.ts';
import { randomParameters, smallConfiguration } from '../support/networks.ts';
import { openRefusal } from './support/messages.ts';

function network(changes: Partial<RunConfiguration> = {}): Network {
  const configuration = smallConfiguration({
    learningRate: 0.0123,
    weightDecay: 0.5,
    trainFraction: 0.3,
    steps: 77,
    attentionRate: 0.1 + 0.2,
    ...changes,
  });
  return trainedNetwork(configuration, randomParameters(configuration));
}

describe('a file of this product', () => {
  it.for([
    {},
    { layers: 3, activation: 'gelu', heads: 3, width: 20 },
    { separateEmbeddings: true, equalsToken: true },
    { model: 'linear-gamma', seed: 4294967295 },
    { model: 'linear-delta' },
  ] as const)('gives back what was written: %o', async (changes) => {
    const written = network(changes);
    const history = [{ step: 0, loss: 4.5, names: ['größer', null] }, { step: 5 }];
    const bytes = writeNetworkFile(written, { step: 5, backend: 'webgpu', trained: true, history });
    const { network: read, ...rest } = await openNetwork(bytes);
    expect(read).toEqual({ ...written, parameters: new Map(written.parameters) });
    expect(rest).toEqual({
      layout: 'this page’s own file',
      step: 5,
      splitKnown: true,
      questions: [],
      notes: [],
      history,
    });
    expect(readSafetensors(bytes).metadata.get('backend')).toBe('webgpu');
  });

  it('keeps a network that was opened, not trained, as such', async () => {
    const opened = { ...network({ equalsToken: true }), answerClasses: 5, causalMask: true };
    const again = await openNetwork(writeNetworkFile(opened, { step: null, trained: false }));
    expect(again.network).toMatchObject({ answerClasses: 5, causalMask: true });
    expect(again).toMatchObject({ step: null, splitKnown: false, history: [] });
  });

  it('outweighs any configuration beside it', async () => {
    const bytes = writeNetworkFile(network(), { step: 1, trained: true });
    const { network: read } = await openNetwork(bytes, { config: 'not even JSON' });
    expect(read.configuration).toEqual(network().configuration);
  });
});

/** The file with some metadata replaced, or left out where undefined. */
function withMetadata(changes: Readonly<Record<string, string | undefined>>): Uint8Array {
  const { tensors, metadata } = readSafetensors(
    writeNetworkFile(network(), { step: 1, trained: true }),
  );
  const texts = Object.entries({ ...Object.fromEntries(metadata), ...changes }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
  );
  return writeSafetensors(
    [...tensors.values()].map(({ name, shape, read }) => ({ name, shape, values: read() })),
    Object.fromEntries(texts),
  );
}

const settings = readSafetensors(
  writeNetworkFile(network(), { step: 1, trained: true }),
).metadata.get('configuration') as string;
const changedSettings = (changes: object) =>
  JSON.stringify({ ...(JSON.parse(settings) as object), ...changes });

describe('a damaged file of this product', () => {
  it.for([
    ['a newer version', { version: '2' }, /newer than this page, which knows version 1/],
    ['no version', { version: undefined }, /version “” is unknown/],
    ['no configuration', { configuration: undefined }, /“configuration” is missing/],
    ['a configuration that is no JSON', { configuration: '{' }, /“configuration”/],
    [
      'an impossible setting',
      { configuration: changedSettings({ p: 4000 }) },
      /setting “p” is not/,
    ],
    ['a missing setting', { configuration: '{"p": 5}' }, /setting “model” is missing/],
    ['other sizes', { configuration: changedSettings({ width: 32 }) }, /must be 32×5/],
    ['a negative step', { step: '-1' }, /“step”/],
    ['a history that is no list', { history: '{}' }, /“history”/],
    ['too few answers', { answerClasses: '4' }, /4 answers for 5 tokens/],
    ['too many answers', { answerClasses: '6' }, /6 answers for 5 tokens/],
    ['a mask that is no switch', { causalMask: '"yes"' }, /“causalMask”/],
  ] as const)('is refused with %s', async ([, changes, message]) => {
    expect(await openRefusal(withMetadata(changes))).toMatch(message);
  });

  it('is refused with weights that are not numbers', async () => {
    const { configuration, parameters } = network();
    const broken = new Map(parameters).set('embed.W_E', new Float32Array(80).fill(Number.NaN));
    const bytes = writeNetworkFile(trainedNetwork(configuration, broken), {
      step: 1,
      trained: true,
    });
    expect(await openRefusal(bytes)).toMatch(/“embed.W_E” holds 80 values that are not finite/);
  });
});
