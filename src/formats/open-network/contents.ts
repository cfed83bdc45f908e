/** What a file is, told by its contents and never by its name. */
import { FormatError, quoted } from '../format-error.ts';
import { looksLikeReleaseConfig } from '../release-config.ts';
import { looksLikeSafetensors, readSafetensors } from '../safetensors.ts';
import type { TensorTable } from '../tensors.ts';
import { checkpointFolder, readTorchCheckpoint } from '../torch-checkpoint.ts';
import { openZip } from '../zip-archive.ts';
import { refuseArchive, refuseByStart } from './strangers.ts';
import { words } from './words.ts';

/** Tensors and what the file says beside them. */
export interface FileContents {
  readonly tensors: TensorTable;
  /** Texts beside the tensors of a safetensors file; empty for others. */
  readonly metadata: ReadonlyMap<string, string>;
  readonly step: number | null;
  /** How many states of a run the file holds, when it is a recording of Nanda et al. */
  readonly recorded: number | undefined;
}

/** Longest text that is looked at to say what it is. */
const longestText = 1e6;

/** @throws FormatError that says what the file is, when it is no file of tensors */
export function readContents(bytes: Uint8Array, fileName: string | undefined): FileContents {
  const subject = fileName === undefined ? words('theFile') : quoted(fileName);
  if (bytes.length === 0) {
    throw new FormatError(words('empty', { subject }));
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const archive = openZip(bytes);
    const folder = checkpointFolder(archive);
    if (folder === undefined) return refuseArchive(subject, archive.names);
    return { ...readTorchCheckpoint(archive, folder), metadata: new Map() };
  }
  if (looksLikeSafetensors(bytes)) {
    return { ...readSafetensors(bytes), step: null, recorded: undefined };
  }
  refuseByStart(subject, bytes);
  refuseJson(subject, bytes);
  throw new FormatError(words('noCheckpoint', { subject }));
}

function refuseJson(subject: string, bytes: Uint8Array): void {
  if (bytes.length > longestText) return;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return;
  }
  throw new FormatError(
    words(looksLikeReleaseConfig(value) ? 'onlyConfiguration' : 'otherJson', { subject }),
  );
}
