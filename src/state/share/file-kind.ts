/** What a file is, told by how it begins, and by its name only where that says nothing. */

/**
 * "run": a recording or measures; "table": many runs; "picture" and "citation" may carry an address;
 * "other": a checkpoint, its configuration, or nothing this page knows.
 */
export type FileKind = 'run' | 'table' | 'picture' | 'citation' | 'other';

/** Bytes at the beginning that are looked at: addresses come first in some files, and can be long. */
const lookedAt = 64 * 1024;

const gzipMark = [0x1f, 0x8b];
const pictureMarks = [
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
];
/** Zip archives and pickles, which PyTorch writes. */
const checkpointMarks = [[0x50, 0x4b], [0x80]];

/** Kinds of our own files that say in their beginning what they are. */
const formats: Readonly<Record<string, FileKind>> = {
  recording: 'run',
  measures: 'run',
  run: 'table',
};
const formatMark = /^[^[]{0,9000}?"format"\s*:\s*"clock-and-pizza-([a-z]+)"/;
const analysisMarks = [/"layout"\s*:\s*"/, /"configuration"\s*:\s*\{/];
/** Columns of tables with a line a step, a number and a run. */
const columns: readonly (readonly [FileKind, readonly string[]])[] = [
  ['run', ['gradientSymmetricity', 'powerFractions']],
  ['run', ['subject', 'measure', 'value']],
  ['table', ['attn_coeff']],
];
const citationMark = /^(?:%[^\n]*\n|\s)*@[a-z]+\s*\{/i;

const names: readonly (readonly [RegExp, FileKind])[] = [
  [/\.(jsonl|ndjson|runs|csv)(\.gz)?$/i, 'table'],
  [/\.run$/i, 'run'],
  [/\.(svg|png|gif)$/i, 'picture'],
  [/\.(bib|txt)$/i, 'citation'],
];

/** Looks at the beginning of a file. Never rejects: what cannot be read is told by its name. */
export async function kindOfFile(file: File): Promise<FileKind> {
  const start = await bytesOf(file).catch(() => new Uint8Array());
  return kindOfContents(start) ?? kindOfName(file.name);
}

/** What a file of this name should be. */
export function kindOfName(name: string): FileKind {
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

/** Undefined where the beginning says nothing. */
function kindOfContents(bytes: Uint8Array): FileKind | undefined {
  if (pictureMarks.some((mark) => begins(bytes, mark))) return 'picture';
  if (checkpointMarks.some((mark) => begins(bytes, mark)) || isSafetensors(bytes)) return 'other';
  const text = new TextDecoder().decode(bytes).trimStart();
  if (text.startsWith('<')) return /<svg[\s>]/.test(text) ? 'picture' : undefined;
  if (text.startsWith('{')) return kindOfJson(text);
  if (citationMark.test(text)) return 'citation';
  const header = text.split(/[\r\n]/, 1)[0]?.split(',') ?? [];
  return columns.find(([, known]) => known.every((name) => header.includes(name)))?.[0];
}

function kindOfJson(text: string): FileKind | undefined {
  const format = formatMark.exec(text)?.[1];
  if (format !== undefined) return formats[format];
  return analysisMarks.every((mark) => mark.test(text)) ? 'run' : undefined;
}

/** A length of less than 4 GB, and a header that is JSON. */
function isSafetensors(bytes: Uint8Array): boolean {
  return bytes[8] === 0x7b && bytes.subarray(4, 8).every((byte) => byte === 0) && bytes.length > 8;
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** The first bytes, unpacked where gzip has packed them. */
async function bytesOf(file: Blob): Promise<Uint8Array> {
  const start = file.slice(0, lookedAt);
  const bytes = new Uint8Array(await start.arrayBuffer());
  if (!begins(bytes, gzipMark)) return bytes;
  // What is cut off ends in an error, but only after its first bytes.
  const reader = start.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const { value } = await reader.read();
  void reader.cancel().catch(() => undefined);
  return value?.subarray(0, lookedAt) ?? new Uint8Array();
}
