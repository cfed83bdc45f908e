/** Numbers as people read them, in the language that is on. */
import english from '../messages/en/ui/format.json';
import { formatDecimals, formatNumber } from '../messages/numbers.ts';
import { createWords } from '../messages/words.ts';
import type { RunConfiguration } from '../model/configuration.ts';

const words = createWords('ui/format', english);

/** A whole number with grouped digits: 12,400. */
export function formatCount(value: number): string {
  return formatNumber(Math.round(value));
}

/** A time span in words: "40 s", "3 min 20 s", "1 h 5 min". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return words('seconds', { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (whole < 3600) return words('minutes', { minutes, seconds: whole % 60 });
  return words('hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** How long ago something was, in words: "just now", "3 minutes ago", "2 days ago". */
export function formatAge(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
  if (minutes < 1) return words('justNow');
  if (minutes < 60) return words('minutesAgo', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return words('hoursAgo', { count: hours });
  return words('daysAgo', { count: Math.floor(hours / 24) });
}

/** Steps a second: one decimal below ten. */
export function formatRate(stepsPerSecond: number): string {
  return stepsPerSecond < 10 ? formatDecimals(stepsPerSecond, 1) : formatCount(stepsPerSecond);
}

/** A measure with fixed decimals, or a dash where there is none. */
export function formatMeasure(value: number | undefined, decimals: number): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return formatDecimals(value, decimals);
}

const noDecimals = { maximumFractionDigits: 0 } as const;

/** A share as percent: 99.6 %. */
export function formatPercent(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) return '–';
  const percent = 100 * share;
  const isWhole = share === 1 || percent < 99;
  const number = isWhole
    ? formatNumber(percent, noDecimals)
    : formatDecimals(Math.floor(percent * 10) / 10, 1);
  return words('percent', { number });
}

/** A share as percent without decimals: 63 %. */
export function formatWholePercent(share: number): string {
  return words('percent', { number: formatCount(100 * share) });
}

/** A share with one decimal and a true minus, which may lie outside 0 … 1: −60.1 %. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  return words('percent', { number: formatDecimals(100 * share, 1) });
}

/** A network's settings for reading: "p = 59, width 128, α = 1, 2 layers". */
export function settingsInWords(configuration: RunConfiguration, withSeed: boolean): string {
  const { model, p, width, attentionRate, layers, activation, seed } = configuration;
  const parts = [words('modulus', { p }), words('width', { width })];
  if (model === 'transformer') {
    const rate = formatNumber(attentionRate, { maximumFractionDigits: 4 });
    parts.push(words('attention', { rate }));
    if (layers > 1) parts.push(words('layers', { count: layers }));
    if (activation !== 'relu') parts.push('GELU');
    if (configuration.separateEmbeddings) parts.push(words('separate'));
    if (configuration.equalsToken) parts.push(words('equals'));
  } else {
    parts.unshift(words('linear', { letter: linearLetters[model] }));
  }
  if (withSeed) parts.push(words('seed', { seed }));
  return parts.reduce((before, next) => words('andNext', { before, next }));
}

/** What the paper calls its linear models. */
export const linearLetters = {
  'linear-alpha': 'α',
  'linear-beta': 'β',
  'linear-gamma': 'γ',
  'linear-delta': 'δ',
} as const;
