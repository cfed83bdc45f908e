/** The dialogs in which figures and runs are taken along, and the files that come back. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { shownLosses, verdictCard } from './lab-page.ts';

/** A file as it was saved, or as it is dropped. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Parts of a dialog about a figure. */
export type SharePart = 'Embed this figure' | 'Save the picture' | 'Share the run';

/** All buttons at figures that are on the page by now. */
export function embedButtons(page: Page): Locator {
  return page.getByRole('button', { name: /^embed · save this figure: /i });
}

/** The button at one figure. @param title whole title of the figure */
export function embedButton(page: Page, title: string): Locator {
  return page.getByRole('button', { name: `Embed · save this figure: ${title}`, exact: true });
}

/** Opens the dialog of a figure at one of its parts. */
export async function openFigureDialog(
  page: Page,
  title: string,
  part: SharePart = 'Embed this figure',
): Promise<Locator> {
  await embedButton(page, title).click();
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: part }).click();
  return dialog;
}

/** Opens the dialog about the run on screen. */
export async function openRunDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share this run' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await dialog.waitFor();
  return dialog;
}

/** Closes whatever dialog is open. */
export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

/** What a button saves. */
export async function saved(button: Locator): Promise<SavedFile> {
  const [file] = await Promise.all([
    button.page().waitForEvent('download', { timeout: 60_000 }),
    button.click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** A file of the run on screen. */
export async function savedRun(page: Page, button: string | RegExp): Promise<SavedFile> {
  const dialog = await openRunDialog(page);
  const file = await saved(dialog.getByRole('button', { name: button }));
  await closeDialog(page);
  return file;
}

/** Results of every kept step, and the step on screen, as the page saves them. */
export async function measuresOf(page: Page): Promise<{
  readonly step: number;
  readonly configuration: Readonly<Record<string, unknown>>;
  readonly steps: readonly Readonly<Record<string, unknown> & { step: number }>[];
}> {
  const { bytes } = await savedRun(page, 'Measures, JSON');
  return JSON.parse(bytes.toString('utf8'));
}

/** The link to what is on screen, as the dialog shows it. */
export async function sharedLink(page: Page): Promise<string> {
  const dialog = await openRunDialog(page);
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await closeDialog(page);
  return link;
}

/** Drops files on the page, as from a folder. */
export async function dropFiles(page: Page, files: readonly SavedFile[]): Promise<void> {
  // Before the page is drawn, nobody takes files.
  await page.getByTestId('run-status').waitFor({ state: 'attached' });
  await page.evaluate(
    async (given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const { buffer } = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([buffer], name));
      }
      for (const type of ['dragover', 'drop']) {
        const event = { dataTransfer: transfer, bubbles: true, cancelable: true };
        window.dispatchEvent(new DragEvent(type, event));
      }
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

/** Waits until the lab shows a step, in words and in its curves. */
export async function waitForShownStep(page: Page, step: number): Promise<void> {
  await verdictCard(page)
    .getByText(`Verdict at step ${step.toLocaleString('en')}`, { exact: true })
    .waitFor();
  await expect.poll(async () => (await shownLosses(page)).step).toBe(step);
}

/** The button that the page offers where an address names a step. */
export function trainToButton(page: Page, step: number): Locator {
  return page.getByRole('button', { name: `Train to step ${step.toLocaleString('en')}` }).first();
}

/** Text of a copy of the clipboard. */
export function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Problems of a page, but for what the preview of a dialog was still loading when it was left. */
export function lasting(problems: readonly string[]): string[] {
  return problems.filter((problem) => !problem.endsWith('net::ERR_ABORTED'));
}
