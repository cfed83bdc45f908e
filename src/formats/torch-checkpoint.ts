/** PyTorch's checkpoints (.pt, .pth) in the zip format of version 1.6 and later. */
import { FormatError } from './format-error.ts';
import { readPickle } from './pickle.ts';
import type { TensorTable } from './tensors.ts';
import { findStateDictionary } from './torch-checkpoint/state-dictionary.ts';
import { type StorageSource, storedTensor } from './torch-checkpoint/stored-tensor.ts';
import { words } from './torch-checkpoint/words.ts';
import type { ZipArchive } from './zip-archive.ts';

/** What a checkpoint holds of a network. */
export interface TorchCheckpoint {
  readonly tensors: TensorTable;
  /** Training step, when the checkpoint tells it. */
  readonly step: number | null;
  /** How many states of the run the file holds, when it is a recording; the last one is taken. */
  readonly recorded: number | undefined;
}

/** Folder of the archive that holds the checkpoint, with its slash; undefined for other archives. */
export function checkpointFolder({ names }: ZipArchive): string | undefined {
  return names
    .map((name) => /^((?:[^/]+\/)?)data\.pkl$/.exec(name)?.[1])
    .find((folder) => folder !== undefined);
}

/** Reads a checkpoint's table of contents; the weights follow when they are asked for. @throws FormatError */
export function readTorchCheckpoint(archive: ZipArchive, folder: string): TorchCheckpoint {
  if (archive.names.some((name) => name.startsWith(`${folder}code/`))) {
    throw new FormatError(words('program'));
  }
  const source: StorageSource = {
    read: (key) => archive.read(`${folder}data/${key}`),
    littleEndian: isLittleEndian(archive, folder),
  };
  const { tensors, step, recorded } = findStateDictionary(
    readPickle(archive.read(`${folder}data.pkl`)),
  );
  return {
    tensors: new Map(
      [...tensors].map(([name, tensor]) => [name, storedTensor(name, tensor, source)]),
    ),
    step,
    recorded,
  };
}

/** Files of versions before 2.1 do not say; they come from little-endian machines. */
function isLittleEndian(archive: ZipArchive, folder: string): boolean {
  const name = `${folder}byteorder`;
  return !archive.has(name) || new TextDecoder().decode(archive.read(name)).trim() !== 'big';
}
