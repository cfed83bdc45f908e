/** What a visit costs and how quickly it answers, as the browser itself measures it. */
import type { Page } from 'playwright-core';

/** How a page loaded. */
export interface Visit {
  /** Milliseconds until something is seen, and until the largest part is. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** How much has jumped, in the browser's own measure (cumulative layout shift). */
  readonly layoutShift: number;
  /** Files asked for, the document included. */
  readonly requests: number;
  /** What came over the wire, headers included, kB. */
  readonly kilobytes: number;
}

/** How long what visitors did took to show, milliseconds. */
export interface Delays {
  readonly interactions: number;
  readonly median: number;
  /** 95 of 100 were answered within this time. */
  readonly p95: number;
  readonly longest: number;
}

/** What the page notes of itself. */
interface Notes {
  shift: number;
  largest: number;
  /** Longest duration of each interaction that took longer than a frame. */
  slow: Record<number, number>;
  tasks: number[];
}

/** Shorter ones are not reported by browsers, milliseconds. */
const shortestReported = 16;

/** Notes from the very beginning of every page that is opened from now on in this one's context. */
export async function noteSpeed(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: Notes = { shift: 0, largest: 0, slow: {}, tasks: [] };
    Object.assign(window, { speedNotes: notes });
    const watch = (type: string, note: (entry: PerformanceEntry) => void, more = {}) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
        type,
        buffered: true,
        ...more,
      });
    watch('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        readonly value: number;
        readonly hadRecentInput: boolean;
      };
      if (!hadRecentInput) notes.shift += value;
    });
    watch('largest-contentful-paint', ({ startTime }) => {
      notes.largest = startTime;
    });
    watch('longtask', ({ duration }) => notes.tasks.push(duration));
    watch(
      'event',
      (entry) => {
        const { interactionId, duration } = entry as PerformanceEventTiming & {
          readonly interactionId: number;
        };
        if (interactionId === 0) return;
        notes.slow[interactionId] = Math.max(notes.slow[interactionId] ?? 0, duration);
      },
      { durationThreshold: 16 },
    );
  });
}

function notesOf(page: Page): Promise<Notes> {
  return page.evaluate(() => (window as unknown as { speedNotes: Notes }).speedNotes);
}

/** How the page on screen loaded. */
export async function visitOf(page: Page): Promise<Visit> {
  const { shift, largest } = await notesOf(page);
  const loaded = await page.evaluate(() => {
    const own = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      requests: own.length + files.length,
      bytes: [...own, ...files].reduce((sum, { transferSize }) => sum + transferSize, 0),
    };
  });
  return {
    firstPaint: loaded.paint,
    largestPaint: largest,
    layoutShift: shift,
    requests: loaded.requests,
    kilobytes: loaded.bytes / 1000,
  };
}

/** Forgets what has been done so far. */
export async function forgetDelays(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { speedNotes } = window as unknown as { speedNotes: Notes };
    speedNotes.slow = {};
    speedNotes.tasks = [];
  });
}

/** @param interactions how many things were done since delays were forgotten */
export async function delaysOf(page: Page, interactions: number): Promise<Delays> {
  const { slow } = await notesOf(page);
  const reported = Object.values(slow);
  const quick = Math.max(0, interactions - reported.length);
  const all = [...Array.from({ length: quick }, () => shortestReported), ...reported].sort(
    (one, other) => one - other,
  );
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? 0;
  return { interactions, median: at(0.5), p95: at(0.95), longest: all.at(-1) ?? 0 };
}

/** The longest time in which the page could answer to nothing, milliseconds; 0 below 50. */
export async function longestTask(page: Page): Promise<number> {
  return Math.max(0, ...(await notesOf(page)).tasks);
}
