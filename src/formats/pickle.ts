/**
 * Reads the pickles of PyTorch checkpoints without running anything: names are looked up in a short
 * list, calls are recognised, and everything else is refused.
 */
import { byteSize, FormatError } from './format-error.ts';
import { ByteReader, damagedPickle } from './pickle/byte-reader.ts';
import { PickleMachine } from './pickle/machine.ts';
import { operations, stopCode } from './pickle/operations.ts';
import type { PickleValue } from './pickle/values.ts';
import { words } from './pickle/words.ts';

/** Largest pickle, in bytes. The weights lie elsewhere, so one of a whole run has about a megabyte. */
const largestPickle = 32e6;

/**
 * The value a pickle describes. Values may be shared and even contain themselves, so whoever walks
 * through them must bound the depth.
 *
 * @throws FormatError for a damaged pickle and for any Python name that is not known to be harmless
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  if (bytes.length > largestPickle) {
    throw new FormatError(
      words('tooLarge', { size: byteSize(bytes.length), most: byteSize(largestPickle) }),
    );
  }
  const reader = new ByteReader(bytes);
  const machine = new PickleMachine();
  // Every operation takes at least one byte, so this ends.
  for (;;) {
    const code = reader.byte();
    if (code === stopCode) return machine.result();
    const operation = operations.get(code);
    if (operation === undefined) {
      throw damagedPickle('unknownOperation', {
        code: `0x${code.toString(16).padStart(2, '0')}`,
        position: reader.position - 1,
      });
    }
    operation(machine, reader);
  }
}
