import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFileSize, openNetwork } from '../../src/formats/open-network.ts';
import { writeSafetensors } from '../../src/formats/safetensors.ts';
import {
  initialParameters,
  parameterSpecifications,
  shapeSize,
} from '../../src/model/parameters.ts';
import { smallConfiguration } from '../support/networks.ts';
import { missingReference, referencePath } from '../support/reference.ts';
import { openRefusal, refusalOf } from './support/messages.ts';
import { latin, pickle, rawPickle } from './support/pickle-writer.ts';
import { savedTensors } from './support/saved-networks.ts';
import { writeTorch } from './support/torch-writer.ts';
import { writeZip } from './support/zip-writer.ts';

const released = [
  ['p99zdpze5l', { model: 'transformer', attentionRate: 0 }, ['attentionRate']],
  ['l8k1hzciux', { model: 'transformer', attentionRate: 1 }, ['attentionRate']],
  ['2fsoiei4o2', { layers: 2, attentionRate: 0.6305660693828471 }, ['attentionRate']],
  [
    '18c9ev5v5p',
    { separateEmbeddings: true, attentionRate: 0.004066910851478034 },
    ['attentionRate', 'separateEmbeddings'],
  ],
  ['p71frej8t7', { model: 'linear-beta', width: 256 }, ['model']],
  ['qlvxqhkvit', { model: 'linear-delta', width: 256 }, []],
] as const;

describe.for(released)('the released network %s', ([runid, settings, questions]) => {
  const read = () => ({
    bytes: new Uint8Array(readFileSync(referencePath(`models/model_${runid}.pt`))),
    config: readFileSync(referencePath(`models/config_${runid}.json`), 'utf8'),
  });

  it('opens with its configuration', async ({ skip }) => {
    if (missingReference !== undefined) skip(missingReference);
    const { bytes, config } = read();
    const opened = await openNetwork(bytes, { config, fileName: `model_${runid}.pt` });
    expect(opened).toMatchObject({ questions: [], notes: [], splitKnown: false, history: [] });
    const { configuration, parameters, answerClasses } = opened.network;
    expect(configuration).toMatchObject({ p: 59, steps: 20000, trainFraction: 0.8, ...settings });
    expect(answerClasses).toBe(configuration.separateEmbeddings ? 118 : 59);
    for (const { name, shape } of parameterSpecifications(configuration)) {
      expect(parameters.get(name), name).toHaveLength(shapeSize(shape));
    }
  });

  it('opens alone, with good guesses', async ({ skip }) => {
    if (missingReference !== undefined) skip(missingReference);
    const { network, ...opened } = await openNetwork(read().bytes);
    expect(opened.questions).toEqual(questions);
    const { attentionRate, ...others } = { attentionRate: 0, ...settings };
    expect(network.configuration).toMatchObject({ p: 59, ...others });
    expect(Math.abs(network.configuration.attentionRate - attentionRate)).toBeLessThan(0.2);
  });

  it('is refused beside the configuration of another', async ({ skip }) => {
    if (missingReference !== undefined) skip(missingReference);
    const { bytes, config } = read();
    const message = await openRefusal(bytes, {
      config: JSON.stringify({ ...(JSON.parse(config) as object), C: 97 }),
    });
    expect(message).toMatch(/says Modulus p: 97, but the weights have Modulus p: (?:59|118)/);
  });
});

const small = smallConfiguration({ p: 6 });
const checkpoint = writeTorch(savedTensors(small));

describe('settings', () => {
  it('come from answers first, then from the configuration', async () => {
    const config = JSON.stringify({ attn_coeff: 0.25, act_fn: 'GeLU', diff_vocab: 0, seed: 7 });
    const first = await openNetwork(checkpoint, { config });
    expect(first.network.configuration).toMatchObject({
      attentionRate: 0.25,
      activation: 'gelu',
      p: 6,
    });
    const answers = { attentionRate: 0.75, activation: 'relu', separateEmbeddings: true } as const;
    const second = await openNetwork(checkpoint, { config, answers });
    expect(second.questions).toEqual([]);
    expect(second.network.configuration).toMatchObject({ ...answers, p: 3 });
    expect(second.network.answerClasses).toBe(6);
  });

  it('may not contradict the weights', async () => {
    const answers = { model: 'linear-alpha' } as const;
    expect(await openRefusal(checkpoint, { answers })).toMatch(
      /^The answer says Model: linear-alpha, but the weights have Model: transformer/,
    );
    const config = JSON.stringify({ eqn_sign: true });
    expect(await openRefusal(checkpoint, { config })).toMatch(/“=” token: on, .*“=” token: off/);
  });

  it('of a network file by Nanda et al. are those of its paper', async () => {
    const equals = smallConfiguration({ equalsToken: true });
    const bytes = writeTorch(savedTensors(equals), {
      wrap: (state) => new Map([['state_dicts', [state, state, state]]]),
    });
    const { network, questions, notes } = await openNetwork(bytes);
    expect(questions).toEqual([]);
    expect(notes).toEqual(['The file holds 3 states of one run: this is the last of them.']);
    expect(network).toMatchObject({ causalMask: true, configuration: { attentionRate: 1 } });
  });

  it('are asked for in other safetensors too', async () => {
    const parameters = initialParameters(small);
    const bytes = writeSafetensors(
      parameterSpecifications(small).map(({ name, shape }) => ({
        name,
        shape,
        values: parameters.get(name) ?? new Float32Array(),
      })),
      { format: 'pt' },
    );
    const { questions, network } = await openNetwork(bytes);
    expect(questions).toEqual(['attentionRate', 'separateEmbeddings']);
    expect(new Map(network.parameters)).toEqual(new Map(parameters));
  });
});

const text = (content: string) => new TextEncoder().encode(content);
const legacy = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
const tar = new Uint8Array(512);
tar.set(text('ustar'), 257);

describe('a file that is something else', () => {
  it.for([
    ['nothing', new Uint8Array(), /^“notes.bin” is empty/],
    [
      'a configuration',
      text('{"C": 59, "d_model": 128}'),
      /configuration without weights: drop it/,
    ],
    ['other JSON', text('{"a": 1}'), /is JSON without/],
    ['a web page', text('\ufeff\n<!DOCTYPE html><html>'), /web page/],
    ['an old checkpoint', rawPickle(legacy, '.'), /PyTorch version before 1\.6/],
    ['a pickle', pickle(new Map()), /plain Python pickle/],
    ['a tar archive', tar, /tar archive/],
    ['a language model', rawPickle('GGUF', [3, 0, 0, 0]), /GGUF/],
    ['an HDF5 file', rawPickle(latin('\x89HDF\r\n')), /HDF5/],
    ['a compressed file', rawPickle([0x1f, 0x8b, 8]), /compressed file: unpack it/],
    ['a pointer', text('version https://git-lfs.github.com/spec/v1\n'), /Git LFS pointer/],
    ['text', text('weights, honestly'), /is not a checkpoint/],
    ['NumPy arrays', writeZip([{ name: 'w.npy', data: text('x') }]), /NumPy arrays/],
    ['a document', writeZip([{ name: '[Content_Types].xml', data: text('x') }]), /Office document/],
    ['packed checkpoints', writeZip([{ name: 'a/b.pt', data: text('x') }]), /checkpoints inside/],
    ['another archive', writeZip([{ name: 'a\nb.txt', data: text('x') }]), /it holds a b\.txt/],
    ['an empty archive', writeZip([]), /empty archive/],
    ['the start of an archive', text('PK\x03\x04'), /damaged or cut off/],
  ] as const)('is refused and told what it is: %s', async ([, bytes, message]) => {
    expect(await openRefusal(bytes, { fileName: 'notes.bin' })).toMatch(message);
  });

  it('is refused before it is read when it is too large', () => {
    expect(() => checkFileSize(3e8)).not.toThrow();
    expect(refusalOf(() => checkFileSize(1.25e9))).toMatch(/has 1\.3 GB, more than the 300 MB/);
  });

  it('may have a name that would break a sentence', async () => {
    const fileName = `evil\n\u202e${'x'.repeat(1000)}.pt`;
    expect(await openRefusal(new Uint8Array(), { fileName })).toMatch(/^“evil x+…” is empty/);
  });
});
