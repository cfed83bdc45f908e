/** What the keys of a slider mean where residues stand in a row. */

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

/** How many residues a key goes on; undefined for keys without a meaning here. */
export function stepsOfKey(key: string): number | undefined {
  return STEPS[key];
}
