/** Safetensors: the format in which this product saves networks, and which it opens. */
export {
  looksLikeSafetensors,
  readSafetensors,
  type SafetensorsFile,
} from './safetensors/reader.ts';
export {
  type WrittenPrecision,
  type WrittenTensor,
  withMetadata,
  writeSafetensors,
} from './safetensors/writer.ts';
