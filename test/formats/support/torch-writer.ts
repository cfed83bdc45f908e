/** Writes checkpoints as torch.save does. */
import { type Plain, pickle } from './pickle-writer.ts';
import { writeZip, type ZipFile } from './zip-writer.ts';

/** A tensor to save. */
export interface SavedTensor {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** How to save. */
export interface TorchOptions {
  readonly folder?: string;
  readonly deflated?: boolean;
  /** What surrounds the state dict; itself unless given. */
  readonly wrap?: (state: Plain) => Plain;
  /** Written before every name. */
  readonly prefix?: string;
  readonly bigEndian?: boolean;
}

/** A checkpoint of float32 tensors. */
export function writeTorch(
  tensors: Readonly<Record<string, SavedTensor>>,
  options: TorchOptions = {},
): Uint8Array {
  const { prefix = '', bigEndian = false, wrap = (state) => state } = options;
  const entries = Object.entries(tensors);
  const state = new Map<string, Plain>(
    entries.map(([name, { shape, values }], index) => [
      `${prefix}${name}`,
      { view: { storage: String(index), type: 'FloatStorage', count: values.length, shape } },
    ]),
  );
  const storages = entries.map(([, { values }]) => floatBytes(values, !bigEndian));
  return writeTorchArchive(pickle(wrap(state)), storages, options);
}

/** A checkpoint from its pickle and the bytes of its storages 0, 1, … */
export function writeTorchArchive(
  contents: Uint8Array,
  storages: readonly Uint8Array[] = [],
  { folder = 'archive/', deflated = false, bigEndian = false }: TorchOptions = {},
): Uint8Array {
  const files: ZipFile[] = [
    { name: `${folder}data.pkl`, data: contents },
    { name: `${folder}byteorder`, data: new TextEncoder().encode(bigEndian ? 'big' : 'little') },
    ...storages.map((data, index) => ({ name: `${folder}data/${index}`, data })),
    { name: `${folder}version`, data: new TextEncoder().encode('3\n') },
  ];
  return writeZip(files.map((file) => ({ ...file, deflated })));
}

/** float32 numbers as bytes. */
export function floatBytes(values: ArrayLike<number>, littleEndian = true): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (let index = 0; index < values.length; index++) {
    view.setFloat32(4 * index, values[index] as number, littleEndian);
  }
  return new Uint8Array(view.buffer);
}
