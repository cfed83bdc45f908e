/** Numbers as people read them. */
import type { RunConfiguration } from '../model/configuration.ts';

const grouped = new Intl.NumberFormat('en');

/** A whole number with grouped digits: 12,400. */
export function formatCount(value: number): string {
  return grouped.format(Math.round(value));
}

/** A time span in words: "40 s", "3 min 20 s", "1 h 5 min". */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** How long ago something was, in words: "just now", "3 minutes ago", "2 days ago". */
export function formatAge(milliseconds: number): string {
  const minutes = Math.floor(Math.max(0, milliseconds) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${hours === 1 ? 'hour' : 'hours'} ago`;
  const days = Math.floor(hours / 24);
  return `${formatCount(days)} ${days === 1 ? 'day' : 'days'} ago`;
}

/** Steps a second: one decimal below ten. */
export function formatRate(stepsPerSecond: number): string {
  return stepsPerSecond < 10 ? stepsPerSecond.toFixed(1) : formatCount(stepsPerSecond);
}

/** A measure with fixed decimals, or a dash where there is none. */
export function formatMeasure(value: number | undefined, decimals: number): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  return value.toFixed(decimals).replace('-', '−');
}

/** A share as percent: 99.6 %. */
export function formatPercent(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) return '–';
  const percent = 100 * share;
  return `${share === 1 || percent < 99 ? percent.toFixed(0) : (Math.floor(percent * 10) / 10).toFixed(1)} %`;
}

/** A share with one decimal and a true minus, which may lie outside 0 … 1: −60.1 %. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  return `${(100 * share).toFixed(1).replace('-', '−')} %`;
}

/** A network's settings for reading: "p = 59, width 128, α = 1, 2 layers". */
export function settingsInWords(configuration: RunConfiguration, withSeed: boolean): string {
  const { model, p, width, attentionRate, layers, activation, seed } = configuration;
  const parts = [`p = ${p}`, `width ${width}`];
  if (model === 'transformer') {
    parts.push(`α = ${Number(attentionRate.toFixed(4))}`);
    if (layers > 1) parts.push(`${layers} layers`);
    if (activation !== 'relu') parts.push('GELU');
    if (configuration.separateEmbeddings) parts.push('separate embeddings');
    if (configuration.equalsToken) parts.push('“=” token');
  } else {
    parts.unshift(`linear ${linearLetters[model]}`);
  }
  if (withSeed) parts.push(`seed ${seed}`);
  return parts.join(', ');
}

const linearLetters = {
  'linear-alpha': 'α',
  'linear-beta': 'β',
  'linear-gamma': 'γ',
  'linear-delta': 'δ',
} as const;
