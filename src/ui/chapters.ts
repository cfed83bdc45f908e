/** Chapters of the story: what they are called, and the way to one of them. */
import { flushSync } from 'react-dom';
import english from '../messages/en/ui/chapters.json';
import { createWords } from '../messages/words.ts';
import type { PageStore } from '../state/store.ts';

const words = createWords('ui/chapters', english);

/** In the order of the story; each is the fragment of its address. */
export const chapterIds = [
  'clock-face',
  'tokens',
  'clock',
  'pizza',
  'train',
  'inside',
  'telling-apart',
  'knob',
  'ensemble',
  'contested',
  'why',
] as const;

/** One of them. */
export type ChapterId = (typeof chapterIds)[number];

/** As short as in the story's contents. */
export const chapterTitle = (id: ChapterId): string => words(id);

/** Its number in the story, from 1 on. */
const numberOf = (id: ChapterId): number => chapterIds.indexOf(id) + 1;

/** "Chapter 8: Turn the knob". */
export const chapterInWords = (id: ChapterId): string =>
  words('link', { number: numberOf(id), title: chapterTitle(id) });

/** "Chapter 8". */
export const chapterNumber = (id: ChapterId): string => words('short', { number: numberOf(id) });

/** Shows a chapter. The run and the settings stay as they are. */
export function goToChapter(store: PageStore, id: ChapterId): void {
  // The chapters have to be there before one of them can be scrolled to.
  flushSync(() => store.setState(({ page }) => ({ page: { ...page, view: 'story' } })));
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', `${pathname}${search}#${id}`);
  scrollToChapter(id);
  // Who came by keyboard goes on from there.
  document.getElementById(id)?.querySelector('a')?.focus({ preventScroll: true });
}

/** How long figures above a chapter may still come and change their height, milliseconds. */
const settlingTime = 2500;
/** What a reader does who wants to be somewhere else. */
const movesOfReader = ['wheel', 'touchstart', 'pointerdown', 'keydown'];

/** Scrolls to a chapter, and keeps it there while figures above it are loaded. */
export function scrollToChapter(id: string): void {
  const chapter = document.getElementById(id);
  if (chapter === null) return;
  chapter.scrollIntoView();
  const story = chapter.parentElement;
  if (story === null || typeof ResizeObserver === 'undefined') return;
  const observer = new ResizeObserver(() => chapter.scrollIntoView());
  const stop = new AbortController();
  const { signal } = stop;
  signal.addEventListener('abort', () => observer.disconnect());
  for (const name of movesOfReader) {
    window.addEventListener(name, () => stop.abort(), { signal, passive: true });
  }
  setTimeout(() => stop.abort(), settlingTime);
  observer.observe(story);
}
