/** A page with elements `<clock-pizza>`, as its author and its readers meet it. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { ClockPizzaElement } from '../../src/embed/element.ts';

/** What an element says of itself. */
export type Shown = Pick<ClockPizzaElement, 'state' | 'playing' | 'step' | 'verdict' | 'link'>;

/** An event of an element. */
export interface Happened {
  /** Attribute id of the element. */
  readonly id: string;
  readonly name: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Longest wait for something that takes a moment on a busy machine, milliseconds. */
const patience = 60_000;
/** The same for `expect.poll`. */
export const soon = { timeout: patience / 2 };
const eventNames = [
  ...['ready', 'play', 'pause', 'statechange', 'stepchange', 'verdictchange', 'problem'],
];

/**
 * A document with the element's script.
 *
 * @param base folder of the page whose figures are embedded
 * @param body what stands in it
 * @param head what stands in its head besides
 */
export function postWith(base: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A post</title>
    <link rel="icon" href="data:," />
    ${head}
    <script>
      window.happened = [];
      for (const name of ${JSON.stringify(eventNames)}) {
        const note = ({ target, detail }) => {
          if (target.localName === 'clock-pizza') happened.push({ id: target.id, name, detail });
        };
        document.addEventListener(name, note, true);
      }
    </script>
    <script src="${base}clock-pizza.js"></script>
  </head>
  <body>${body}</body>
</html>`;
}

/** The elements' events so far, in order. */
export function happened(page: Page): Promise<Happened[]> {
  return page.evaluate(() => (window as unknown as { happened: Happened[] }).happened);
}

/** An element of the page. */
export function element(page: Page, index = 0): Locator {
  return page.locator('clock-pizza').nth(index);
}

/** What is in an element's frame. */
export function figureIn(page: Page, index = 0): FrameLocator {
  return element(page, index).locator('iframe').contentFrame();
}

/** What an element says of itself. */
export function shown(page: Page, index = 0): Promise<Shown> {
  return element(page, index).evaluate((it: ClockPizzaElement) => {
    const { state, playing, step, verdict, link } = it;
    return { state, playing, step, verdict, link };
  });
}

/** Calls a method of an element. */
export function call(
  page: Page,
  method: 'play' | 'pause' | 'train' | 'seek',
  index = 0,
  step: number | null = null,
): Promise<void> {
  return element(page, index).evaluate(
    (it: ClockPizzaElement, asked) => {
      if (asked.method === 'seek') it.seek(asked.step);
      else it[asked.method]();
    },
    { method, step },
  );
}

/** Waits until an element says what is wanted. */
export async function waitForShown(page: Page, wanted: Partial<Shown>, index = 0): Promise<void> {
  await page.waitForFunction(
    ([at, values]) => {
      const found = document.querySelectorAll('clock-pizza')[at] as ClockPizzaElement | undefined;
      return (
        found !== undefined &&
        Object.entries(values).every(([name, value]) => found[name as keyof Shown] === value)
      );
    },
    [index, wanted] as const,
    { timeout: patience },
  );
}

/** Waits until an element's run has made a number of steps. */
export async function waitForSteps(page: Page, step: number, index = 0): Promise<void> {
  await page.waitForFunction(
    ([at, least]) => {
      const found = document.querySelectorAll('clock-pizza')[at] as ClockPizzaElement | undefined;
      return (found?.step ?? 0) >= least;
    },
    [index, step] as const,
    { timeout: patience },
  );
}

/** Waits until so many elements have said that they are ready. */
export async function waitForReady(page: Page, count = 1): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const { happened: all } = window as unknown as { happened: Happened[] };
      return all.filter(({ name }) => name === 'ready').length >= wanted;
    },
    count,
    { timeout: patience },
  );
}

/** State of the run in a frame, as the page keeps it for scripts. */
export function runIn(figure: FrameLocator): Promise<DOMStringMap> {
  return figure
    .getByTestId('run-status')
    .evaluate((status) => ({ ...(status as HTMLElement).dataset }));
}

/** Makes its mark in a frame, by which one sees whether it was loaded anew. */
export async function mark(figure: FrameLocator): Promise<void> {
  await figure.getByRole('main').evaluate(() => Object.assign(window, { mark: true }));
}

/** True while the frame is the one that was marked. */
export function isMarked(figure: FrameLocator): Promise<boolean> {
  return figure.getByRole('main').evaluate(() => 'mark' in window);
}
