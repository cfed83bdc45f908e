import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFeeder } from '../../../src/ui/hooks/unseen-figures.ts';

const host = {} as Element;
let move: (isIntersecting: boolean) => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(listen: (entries: readonly { isIntersecting: boolean }[]) => void) {
        move = (isIntersecting) => listen([{ isIntersecting }]);
      }
      observe(): void {}
      disconnect(): void {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('feeds a figure in sight at once', () => {
  const feed = vi.fn();
  const feeder = createFeeder(host, feed);
  for (let step = 0; step < 3; step++) feeder.changed(true);
  expect(feed).toHaveBeenCalledTimes(3);
  feeder.settle();
  expect(feed).toHaveBeenCalledTimes(3);
});

it('feeds one out of sight once a second, with what is newest', () => {
  const feed = vi.fn();
  const feeder = createFeeder(host, feed);
  move(false);
  for (let step = 0; step < 5; step++) feeder.changed(true);
  expect(feed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(feed).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5000);
  expect(feed).toHaveBeenCalledTimes(1);
});

it('feeds one that comes into sight, and one of a run that rests, without waiting', () => {
  const feed = vi.fn();
  const feeder = createFeeder(host, feed);
  move(false);
  feeder.changed(true);
  move(true);
  expect(feed).toHaveBeenCalledTimes(1);
  move(false);
  feeder.changed(true);
  feeder.changed(false);
  expect(feed).toHaveBeenCalledTimes(2);
  feeder.changed(true);
  feeder.settle();
  expect(feed).toHaveBeenCalledTimes(3);
  vi.advanceTimersByTime(5000);
  expect(feed).toHaveBeenCalledTimes(3);
});

it('leaves a figure alone that is gone', () => {
  const feed = vi.fn();
  const feeder = createFeeder(host, feed);
  move(false);
  feeder.changed(true);
  feeder.end();
  vi.advanceTimersByTime(5000);
  expect(feed).not.toHaveBeenCalled();
});
