/** Files that are often mistaken for a checkpoint, and what to do about each. */
import { FormatError, listed } from '../format-error.ts';

interface Stranger {
  /** First bytes as text, one character a byte. */
  readonly starts: readonly string[];
  readonly what: string;
  readonly advice: string;
}

const saveStateDictionary =
  'load it in PyTorch, then torch.save(model.state_dict(), …) and open that';
const openCheckpoint = 'open a .pt, .pth or .safetensors file';

const strangers: readonly Stranger[] = [
  {
    // The magic number of torch.save before 1.6, pickled.
    starts: ['\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19'],
    what: 'a checkpoint of a PyTorch version before 1.6',
    advice: saveStateDictionary,
  },
  {
    starts: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
    what: 'a plain Python pickle, which could run anything when opened in Python',
    advice: saveStateDictionary,
  },
  { starts: ['GGUF', 'ggml', 'lmgg'], what: 'a GGUF language model', advice: openCheckpoint },
  { starts: ['\x89HDF'], what: 'an HDF5 file', advice: saveStateDictionary },
  { starts: ['\x93NUMPY'], what: 'a NumPy array', advice: saveStateDictionary },
  {
    starts: ['\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!', '\x28\xb5\x2f\xfd'],
    what: 'a compressed file',
    advice: 'unpack it and open the checkpoint inside',
  },
  {
    starts: ['version https://git-lfs'],
    what: 'a Git LFS pointer in place of the real file',
    advice: 'run git lfs pull, or download the file itself',
  },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8'], what: 'a picture', advice: openCheckpoint },
  { starts: ['%PDF'], what: 'a PDF document', advice: openCheckpoint },
];

const pageStart = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|\?xml|!--)/i;

/** @throws FormatError when the first bytes tell what the file is */
export function refuseByStart(subject: string, bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  if (pageStart.test(start)) {
    throw new FormatError(
      `${subject} is a web page, not a checkpoint: perhaps its link leads to a page about the file, so use the download link there.`,
    );
  }
  // A tar archive says so after its first name: PyTorch's oldest format, or anything else.
  if (String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar') {
    throw new FormatError(`${subject} is a tar archive: unpack it and open the checkpoint inside.`);
  }
  const stranger = strangers.find(({ starts }) => starts.some((text) => start.startsWith(text)));
  if (stranger === undefined) return;
  throw new FormatError(`${subject} is ${stranger.what}: ${stranger.advice}.`);
}

/** @throws FormatError always: says what a zip archive without a checkpoint is */
export function refuseArchive(subject: string, names: readonly string[]): never {
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) {
    throw new FormatError(`${subject} is an empty archive: download or copy it again.`);
  }
  if (holds(/\.npy$/)) {
    throw new FormatError(`${subject} is an archive of NumPy arrays: ${saveStateDictionary}.`);
  }
  if (holds(/^\[Content_Types\]\.xml$/)) {
    throw new FormatError(`${subject} is an Office document: ${openCheckpoint}.`);
  }
  if (holds(/\.(?:pt|pth|safetensors)$/)) {
    throw new FormatError(
      `${subject} is an archive with checkpoints inside: unpack it and open one of them.`,
    );
  }
  throw new FormatError(
    `${subject} is a zip archive without a checkpoint (it holds ${listed(names, 6)}): ${openCheckpoint}.`,
  );
}
