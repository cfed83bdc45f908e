import { afterEach, describe, expect, it } from 'vitest';
import { chooseToSpeak } from '../../src/messages/choose.ts';
import { chooseLanguage, directionOf } from '../../src/messages/languages.ts';
import { formatDecimals, formatNumber } from '../../src/messages/numbers.ts';
import { createWords, speak, spokenLanguage } from '../../src/messages/words.ts';

afterEach(() => speak('en'));

describe('a message', () => {
  const words = createWords('test/words', {
    greeting: 'Hello {name}',
    steps: '{count, plural, one {# step} other {# steps}}',
    only: 'Only in English',
  });

  it('is said in English, with its values', () => {
    expect(words('greeting', { name: 'Ada' })).toBe('Hello Ada');
    expect(words('steps', { count: 1 })).toBe('1 step');
    expect(words('steps', { count: 2400 })).toBe('2,400 steps');
  });

  it('is said in another language, and in English where that has no words', () => {
    speak('zh-Hans', { 'test/words': { greeting: '你好，{name}', steps: '{count, number} 步' } });
    expect(words('greeting', { name: 'Ada' })).toBe('你好，Ada');
    expect(words('steps', { count: 2400 })).toBe('2,400 步');
    expect(words('only')).toBe('Only in English');
    const later = createWords('test/later', { late: 'Loaded later' });
    expect(later('late')).toBe('Loaded later');
    speak('en');
    expect(words('greeting', { name: 'Ada' })).toBe('Hello Ada');
  });

  it('is known by its file and its own name', () => {
    expect(words.idOf('only')).toBe('test/words.only');
  });
});

describe('a language', () => {
  it.each([
    [['zh-CN', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-SG'], 'zh-Hans'],
    [['zh-TW', 'en'], 'en'],
    [['de-AT', 'fr'], 'en'],
    [['de', 'zh-Hans'], 'zh-Hans'],
    [['en-GB', 'zh'], 'en'],
    [['', 'no tag at all', 'zh'], 'zh-Hans'],
    [[], 'en'],
  ] as const)('for readers of %j is %s', (wanted, tag) => {
    expect(chooseLanguage(wanted)).toBe(tag);
  });

  it.each([
    ['en', 'ltr'],
    ['zh-Hans', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['nonsense!', 'ltr'],
  ] as const)('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });

  it('is spoken once its messages are loaded', async () => {
    expect(await chooseToSpeak('zh-Hans')).toBe('zh-Hans');
    expect(spokenLanguage()).toBe('zh-Hans');
    const words = createWords('ui/view-boundary', { again: 'Try again' });
    expect(words('again')).toBe('重试');
    expect(await chooseToSpeak('en')).toBe('en');
    expect(words('again')).toBe('Try again');
  });
});

describe('a number', () => {
  it('has a true minus, and the grouping of the language', () => {
    expect(formatNumber(-12400)).toBe('−12,400');
    expect(formatDecimals(0.5, 2)).toBe('0.50');
  });
});
