/** Numbers and dates as the language that is on writes them. */
import { spokenLanguage } from './words.ts';

const formats = new Map<string, Intl.NumberFormat>();

/**
 * A number with the digits, grouping and decimal sign of the language, and a true minus.
 * @param options as for Intl.NumberFormat
 */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = `${spokenLanguage()} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(spokenLanguage(), options);
    formats.set(key, format);
  }
  return format.format(value).replace('-', '−');
}

/** A number with exactly so many decimals. */
export function formatDecimals(value: number, decimals: number): string {
  return formatNumber(value, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A day and a time of day, as short as the language has them. */
export function formatMoment(milliseconds: number): string {
  return new Intl.DateTimeFormat(spokenLanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(milliseconds);
}
