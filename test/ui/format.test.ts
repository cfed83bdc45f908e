import { describe, expect, it } from 'vitest';
import { formatAge } from '../../src/ui/format.ts';

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
