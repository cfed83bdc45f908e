/**
 * The lab page as a visitor meets it: everything is found by role and accessible name, and the
 * state of the run by the element that the page keeps for scripts.
 */

import type { Locator, Page } from 'playwright-core';

/** States of a run (README, "Page state"). */
export type RunState = 'idle' | 'loading' | 'training' | 'paused' | 'done' | 'failed';

/** What the run-status element says. */
export interface RunStatus {
  state: RunState;
  step: number;
  backend: string;
  verdict: string;
}

/** Longest wait for something that takes a moment on a busy machine, milliseconds. */
const patience = 60_000;

/** The run's state as scripts read it. */
export async function runStatus(page: Page): Promise<RunStatus> {
  const { state, step, backend, verdict } = await page
    .getByTestId('run-status')
    .evaluate((element) => ({ ...(element as HTMLElement).dataset }));
  return {
    state: state as RunState,
    step: Number(step),
    backend: backend ?? '',
    verdict: verdict ?? '',
  };
}

/**
 * Waits for a state of the run. A run that fails instead ends the wait with what the page says.
 *
 * @param wait milliseconds
 */
export async function waitForState(page: Page, state: RunState, wait = patience): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const element = document.querySelector<HTMLElement>('[data-testid="run-status"]');
      return [wanted, 'failed'].includes(element?.dataset.state ?? '');
    },
    state,
    { timeout: wait },
  );
  const reached = await runStatus(page);
  if (reached.state !== state) {
    const notices = (await page.getByRole('status').allInnerTexts()).join(' ');
    throw new Error(`The run is ${reached.state} instead of ${state}: ${notices}`);
  }
}

/** Notes every state of the run from now on; for states that may pass too quickly to be met. */
export function watchStates(page: Page): Promise<void> {
  return page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('[data-testid="run-status"]');
    if (element === null) throw new Error('The page has no run-status element.');
    const marks = window as unknown as { statesSeen: string[] };
    marks.statesSeen = [];
    new MutationObserver(() => {
      const state = element.dataset.state ?? '';
      if (marks.statesSeen.at(-1) !== state) marks.statesSeen.push(state);
    }).observe(element, { attributes: true });
  });
}

/** The states since `watchStates`, in order. */
export function statesSeen(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { statesSeen: string[] }).statesSeen);
}

/** Waits until the run has made a number of steps. */
export async function waitForStep(page: Page, step: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const element = document.querySelector<HTMLElement>('[data-testid="run-status"]');
      return Number(element?.dataset.step) >= wanted;
    },
    step,
    { timeout: patience },
  );
}

/** The large button in its role as a starter: "Train", or "Train these settings". */
export function trainButton(page: Page): Locator {
  return page.getByRole('button', { name: /^train/i });
}

/** Presses a button by the beginning of its name. */
export async function press(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name }).click();
}

/** Trains to the last step. @param wait milliseconds */
export async function trainToTheEnd(page: Page, wait = patience): Promise<void> {
  await trainButton(page).click();
  await waitForState(page, 'done', wait);
}

/** Pauses, and waits until no step is under way any more. @returns the step it stopped at */
export async function pauseAndSettle(page: Page): Promise<number> {
  await press(page, /^pause/i);
  await waitForState(page, 'paused');
  let before = -1;
  for (;;) {
    const { step } = await runStatus(page);
    if (step === before) return step;
    before = step;
    await page.waitForTimeout(400);
  }
}

/** The slider of the timeline. */
export function timelineSlider(page: Page): Locator {
  return page.getByRole('slider', { name: /step shown/i });
}

/** The verdict's card, whatever it says at the moment. */
export function verdictCard(page: Page): Locator {
  return page.getByRole('region').filter({ has: page.getByText(/^verdict( at step [\d,]+)?$/i) });
}

/** Numbers on the verdict's card as they are written: now and untrained, by their name. */
export async function verdictNumbers(page: Page): Promise<Record<string, string[]>> {
  const terms = await verdictCard(page)
    .getByRole('term')
    .evaluateAll((elements) =>
      elements.map((term) => {
        const values: string[] = [];
        for (
          let next = term.nextElementSibling;
          next?.tagName === 'DD';
          next = next.nextElementSibling
        ) {
          values.push(next.textContent ?? '');
        }
        return [term.textContent ?? '', values] as const;
      }),
    );
  return Object.fromEntries(terms);
}

/** Losses at the step on show, as the loss figure tells those who do not see it. */
export async function shownLosses(
  page: Page,
): Promise<{ step: number; train: number; test: number }> {
  const label = await page.getByRole('img', { name: /^loss/i }).getAttribute('aria-label');
  const found = /step ([\d,]+): train ([\d.,e+-]+), test ([\d.,e+-]+?)\.?$/i.exec(label ?? '');
  if (found === null) throw new Error(`The loss figure names no losses: "${label}"`);
  const [step, train, test] = found.slice(1).map((text) => Number(text.replaceAll(',', '')));
  return { step: step as number, train: train as number, test: test as number };
}
