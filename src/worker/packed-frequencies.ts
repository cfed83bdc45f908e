/** Frequencies of an embedding as numbers in a row: many small objects cross slowly to the page. */
import type { FrequencyShare } from '../analysis/spectrum.ts';

const numbersEach = 4;

/** Four numbers a frequency. */
export function packFrequencies(frequencies: readonly FrequencyShare[]): Float64Array {
  return Float64Array.from(
    frequencies.flatMap(({ k, powerFraction, axisRatio, sharedFactor }) => [
      k,
      powerFraction,
      axisRatio,
      sharedFactor,
    ]),
  );
}

/** Back to frequencies. */
export function unpackFrequencies(packed: Float64Array): FrequencyShare[] {
  return Array.from({ length: packed.length / numbersEach }, (_, index) => {
    const [k = 0, powerFraction = 0, axisRatio = 0, sharedFactor = 1] = packed.subarray(
      index * numbersEach,
      (index + 1) * numbersEach,
    );
    return { k, powerFraction, axisRatio, sharedFactor };
  });
}
