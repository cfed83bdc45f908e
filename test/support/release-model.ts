/** Reads the checkpoints of the authors' release: PyTorch's zip format, as far as they use it. */
import { readFileSync } from 'node:fs';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import type { ParameterSet } from '../../src/model/parameters.ts';
import { referencePath } from './reference.ts';

/** Configuration of a released run as the reference's files hold it. */
export interface ReleaseConfiguration {
  readonly runid: string;
  readonly C: number;
  readonly d_model: number;
  readonly n_heads?: number;
  readonly n_layers?: number;
  readonly attn_coeff?: number;
  readonly diff_vocab?: number | boolean;
  readonly model_type?: 'A' | 'B' | 'C' | 'D';
}

/** A released network. */
export interface ReleaseModel {
  readonly configuration: RunConfiguration;
  readonly parameters: ParameterSet;
}

const linearModels = {
  A: 'linear-alpha',
  B: 'linear-beta',
  C: 'linear-gamma',
  D: 'linear-delta',
} as const;

/**
 * The network of a released run. Its full attention rate is read from the run's own configuration
 * file: other places round it.
 */
export function readReleaseModel(runid: string): ReleaseModel {
  const config = JSON.parse(
    readFileSync(referencePath(`models/config_${runid}.json`), 'utf8'),
  ) as ReleaseConfiguration;
  const storages = readStorages(readFileSync(referencePath(`models/model_${runid}.pt`)));
  const names = stateNames(config);
  return {
    configuration: releaseConfiguration(config),
    parameters: new Map(
      names.flatMap((name, index) => {
        const values = storages.get(index);
        return name === undefined || values === undefined ? [] : [[name, values] as const];
      }),
    ),
  };
}

function releaseConfiguration(config: ReleaseConfiguration): RunConfiguration {
  return {
    ...defaultConfiguration,
    model: config.model_type === undefined ? 'transformer' : linearModels[config.model_type],
    p: config.C,
    width: config.d_model,
    heads: config.n_heads ?? defaultConfiguration.heads,
    layers: config.n_layers ?? 1,
    attentionRate: config.attn_coeff ?? 0,
    separateEmbeddings: Boolean(config.diff_vocab),
  };
}

/** State-dict names in the order of the storages; undefined for the constant mask buffer. */
function stateNames({ model_type, n_layers = 1 }: ReleaseConfiguration): (string | undefined)[] {
  if (model_type !== undefined) {
    const deep = model_type === 'B' || model_type === 'C';
    return [
      'embed.weight',
      'unembed.weight',
      'l1.weight',
      'l1.bias',
      ...(deep ? ['l2.weight', 'l2.bias'] : []),
    ];
  }
  const block = (layer: number) => [
    ...['W_K', 'W_Q', 'W_V', 'W_O'].map((name) => `blocks.${layer}.attn.${name}`),
    undefined,
    ...['W_in', 'b_in', 'W_out', 'b_out'].map((name) => `blocks.${layer}.mlp.${name}`),
  ];
  return [
    'embed.W_E',
    'pos_embed.W_pos',
    'unembed.W_U',
    ...Array.from({ length: n_layers }, (_, layer) => block(layer)).flat(),
  ];
}

/** The float32 storages of a checkpoint by number. Its entries are stored without compression. */
function readStorages(file: Buffer): Map<number, Float32Array> {
  const storages = new Map<number, Float32Array>();
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const entries = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry++) {
    const size = file.readUInt32LE(at + 24);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const header = file.readUInt32LE(at + 42);
    const data = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const number = /\/data\/(\d+)$/.exec(name)?.[1];
    if (number !== undefined) {
      const values = Float32Array.from({ length: size / 4 }, (_, index) =>
        file.readFloatLE(data + 4 * index),
      );
      storages.set(Number(number), values);
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return storages;
}
