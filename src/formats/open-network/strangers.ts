/** Files that are often mistaken for a checkpoint, and what to do about each. */
import type { Values } from '../../messages/words.ts';
import { FormatError, listed } from '../format-error.ts';
import { words } from './words.ts';

interface Stranger {
  /** First bytes as text, one character a byte. */
  readonly starts: readonly string[];
  /** Name of the message about it. */
  readonly message: Parameters<typeof words>[0];
  /** Name of the advice in that message, where it is not all in it. */
  readonly advice?: Advice;
}

type Advice = 'saveStateDictionary' | 'openCheckpoint';

const strangers: readonly Stranger[] = [
  {
    // The magic number of torch.save before 1.6, pickled.
    starts: ['\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19'],
    message: 'oldCheckpoint',
    advice: 'saveStateDictionary',
  },
  {
    starts: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'],
    message: 'plainPickle',
    advice: 'saveStateDictionary',
  },
  { starts: ['GGUF', 'ggml', 'lmgg'], message: 'languageModel', advice: 'openCheckpoint' },
  { starts: ['\x89HDF'], message: 'hdf5', advice: 'saveStateDictionary' },
  { starts: ['\x93NUMPY'], message: 'numpyArray', advice: 'saveStateDictionary' },
  {
    starts: ['\x1f\x8b', 'BZh', '\xfd7zXZ', '7z\xbc\xaf', 'Rar!', '\x28\xb5\x2f\xfd'],
    message: 'compressed',
  },
  {
    starts: ['version https://git-lfs'],
    message: 'lfsPointer',
  },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8'], message: 'picture', advice: 'openCheckpoint' },
  { starts: ['%PDF'], message: 'pdf', advice: 'openCheckpoint' },
];

const pageStart = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|\?xml|!--)/i;

/** @throws FormatError when the first bytes tell what the file is */
export function refuseByStart(subject: string, bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 256));
  if (pageStart.test(start)) {
    throw refusal('webPage', subject);
  }
  // A tar archive says so after its first name: PyTorch's oldest format, or anything else.
  if (String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar') {
    throw refusal('tarArchive', subject);
  }
  const stranger = strangers.find(({ starts }) => starts.some((text) => start.startsWith(text)));
  if (stranger === undefined) return;
  throw refusal(stranger.message, subject, stranger.advice);
}

/** @throws FormatError always: says what a zip archive without a checkpoint is */
export function refuseArchive(subject: string, names: readonly string[]): never {
  const holds = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) {
    throw refusal('emptyArchive', subject);
  }
  if (holds(/\.npy$/)) {
    throw refusal('numpyArchive', subject, 'saveStateDictionary');
  }
  if (holds(/^\[Content_Types\]\.xml$/)) {
    throw refusal('officeDocument', subject, 'openCheckpoint');
  }
  if (holds(/\.(?:pt|pth|safetensors)$/)) {
    throw refusal('archiveOfCheckpoints', subject);
  }
  throw refusal('otherArchive', subject, 'openCheckpoint', { names: listed(names, 6) });
}

function refusal(
  message: Parameters<typeof words>[0],
  subject: string,
  advice?: Advice,
  values: Values = {},
): FormatError {
  const advised = advice === undefined ? {} : { advice: words(advice) };
  return new FormatError(words(message, { subject, ...advised, ...values }));
}
