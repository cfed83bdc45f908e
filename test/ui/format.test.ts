import { afterEach, describe, expect, it } from 'vitest';
import { chooseToSpeak } from '../../src/messages/choose.ts';
import { speak } from '../../src/messages/words.ts';
import { defaultConfiguration } from '../../src/model/fields.ts';
import {
  formatAge,
  formatCount,
  formatDuration,
  formatMeasure,
  formatPercent,
  formatRate,
  formatShare,
  formatWholePercent,
  settingsInWords,
} from '../../src/ui/format.ts';

afterEach(() => speak('en'));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('how long ago something was', () => {
  it.each([
    [0, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 minute ago'],
    [2 * minute - 1, '1 minute ago'],
    [2 * minute, '2 minutes ago'],
    [hour - 1, '59 minutes ago'],
    [hour, '1 hour ago'],
    [2 * hour, '2 hours ago'],
    [day - 1, '23 hours ago'],
    [day, '1 day ago'],
    [2 * day, '2 days ago'],
    [1234 * day, '1,234 days ago'],
  ])('of %d milliseconds is said: %s', (milliseconds, words) => {
    expect(formatAge(milliseconds)).toBe(words);
  });

  it('is now when the clock was put back', () => {
    expect(formatAge(-day)).toBe('just now');
  });
});

describe('numbers', () => {
  const said = () => [
    formatCount(12_400.4),
    formatDuration(40),
    formatDuration(200),
    formatDuration(3900),
    formatRate(5),
    formatRate(1234),
    formatMeasure(-0.5, 3),
    formatMeasure(Number.NaN, 3),
    formatPercent(1),
    formatPercent(0.9969),
    formatPercent(0.256),
    formatShare(-0.601),
    formatWholePercent(0.634),
  ];

  it('are written as in English', () => {
    const times = ['40 s', '3 min 20 s', '1 h 5 min', '5.0', '1,234'];
    const shares = ['100 %', '99.6 %', '26 %', '−60.1 %', '63 %'];
    expect(said()).toEqual(['12,400', ...times, '−0.500', '–', ...shares]);
  });

  it('are written as in Chinese', async () => {
    await chooseToSpeak('zh-Hans');
    const times = ['40 秒', '3 分 20 秒', '1 小时 5 分', '5.0', '1,234'];
    const shares = ['100%', '99.6%', '26%', '−60.1%', '63%'];
    expect(said()).toEqual(['12,400', ...times, '−0.500', '–', ...shares]);
    expect(formatAge(0)).toBe('刚刚');
    expect(formatAge(2 * day)).toBe('2 天前');
  });
});

describe('the settings of a network', () => {
  const two = { ...defaultConfiguration, layers: 2, attentionRate: 0.55, seed: 987_654 };
  const linear = { ...defaultConfiguration, model: 'linear-delta' as const };

  it('are said in English', () => {
    expect(settingsInWords(two, true)).toBe('p = 59, width 128, α = 0.55, 2 layers, seed 987654');
    expect(settingsInWords(linear, false)).toBe('linear δ, p = 59, width 128');
  });

  it('are said in Chinese', async () => {
    await chooseToSpeak('zh-Hans');
    expect(settingsInWords(two, true)).toBe('p = 59，宽度 128，α = 0.55，2 层，随机种子 987654');
    expect(settingsInWords(linear, false)).toBe('线性 δ，p = 59，宽度 128');
  });
});
