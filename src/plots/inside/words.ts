/** Numbers and words that the figures of the view inside a network share. */

/** A share of the power in whole per cents, short enough for a label. */
export function shortShare(powerFraction: number): string {
  return powerFraction < 0.01 ? '< 1 %' : `${Math.round(100 * powerFraction)} %`;
}

/** A fraction as percentage with one decimal and a true minus sign: −60.0 %. */
export function percentText(fraction: number): string {
  if (!Number.isFinite(fraction)) return '–';
  const text = (100 * fraction).toFixed(1);
  return `${Number(text) === 0 ? '0.0' : text.replace('-', '−')} %`;
}

const ROUND_FROM = 0.9;
const LINE_BELOW = 0.3;

/** Shape of a plane by its axis ratio: "round (0.98)". */
export function axisRatioText(axisRatio: number): string {
  const shown = axisRatio.toFixed(2);
  if (Number(shown) >= ROUND_FROM) return `round (${shown})`;
  return Number(shown) < LINE_BELOW ? `line (${shown})` : `oval (${shown})`;
}
