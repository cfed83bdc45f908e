/** Reads a pickle from front to back, never beyond its end. */
import type { Values } from '../../messages/words.ts';
import { FormatError } from '../format-error.ts';
import { words } from './words.ts';

/** What a pickle that makes no sense is told. @param what names the message about what is wrong */
export function damagedPickle(what: Parameters<typeof words>[0], values?: Values): FormatError {
  return new FormatError(words('damaged', { what: words(what, values) }));
}

/** Longest line of a text argument, for example a module's name. */
const longestLine = 4096;
/** Longest whole number, bytes: reading one takes longer than its length. */
const longestNumber = 64;

/** A cursor over bytes. */
export class ByteReader {
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes read so far. */
  get position(): number {
    return this.at;
  }

  /** Moves on by so many bytes and says where they started. */
  private advance(length: number): number {
    const start = this.at;
    if (length > this.bytes.length - start) throw damagedPickle('endsEarly');
    this.at += length;
    return start;
  }

  byte(): number {
    return this.view.getUint8(this.advance(1));
  }

  unsigned16(): number {
    return this.view.getUint16(this.advance(2), true);
  }

  signed32(): number {
    return this.view.getInt32(this.advance(4), true);
  }

  unsigned32(): number {
    return this.view.getUint32(this.advance(4), true);
  }

  /** A 64-bit length; one beyond 2⁵³ is inexact, but then it is beyond the end too. */
  unsigned64(): number {
    const start = this.advance(8);
    return this.view.getUint32(start, true) + this.view.getUint32(start + 4, true) * 2 ** 32;
  }

  /** Pickles write floats with the high byte first. */
  float64(): number {
    return this.view.getFloat64(this.advance(8));
  }

  take(length: number): Uint8Array {
    if (length < 0) throw damagedPickle('negativeLength');
    const start = this.advance(length);
    return this.bytes.subarray(start, start + length);
  }

  text(length: number): string {
    return new TextDecoder().decode(this.take(length));
  }

  /** Text up to the next line feed, which is skipped. */
  line(): string {
    const end = this.bytes.indexOf(0x0a, this.at);
    if (end < 0 || end - this.at > longestLine) throw damagedPickle('endlessLine');
    const text = this.text(end - this.at);
    this.advance(1);
    return text;
  }

  /** A whole number in two's complement, low byte first; a bigint where a number is inexact. */
  longInteger(length: number): number | bigint {
    if (length > longestNumber) throw damagedPickle('longNumber', { bytes: length });
    const digits = this.take(length);
    let value = 0n;
    for (const digit of digits.toReversed()) value = (value << 8n) | BigInt(digit);
    value = BigInt.asIntN(8 * length, value);
    const plain = Number(value);
    return Number.isSafeInteger(plain) ? plain : value;
  }
}
