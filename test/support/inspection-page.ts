/** The "Look inside" views as a visitor meets them, and checkpoints to open there. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { savedTensors } from '../formats/support/saved-networks.ts';
import { writeTorch } from '../formats/support/torch-writer.ts';
import { smallConfiguration } from './networks.ts';

/** A file as the page's picker takes it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A checkpoint in the authors' layout, p = 11, with random weights. */
export function smallCheckpoint(name = 'model_small.pt'): PickedFile {
  const bytes = writeTorch(savedTensors(smallConfiguration({ p: 11, attentionRate: 0.5 })));
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

/** Picks files with the page's own button. */
export async function pickFiles(page: Page, files: readonly PickedFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /open a checkpoint/i }).click();
  await (await chooser).setFiles([...files]);
}

/** The part of the page with this heading. */
export function inspectedPart(page: Page, name: RegExp): Locator {
  return page.getByRole('region', { name });
}

/** Waits until the analysis is on screen. */
export async function waitForAnalysis(page: Page): Promise<void> {
  await inspectedPart(page, /circles, on and off/i).waitFor({ timeout: 30_000 });
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0);
}

/** Opens a checkpoint, answers its question and waits for the analysis. */
export async function openAndAnalyse(page: Page, file = smallCheckpoint()): Promise<void> {
  await pickFiles(page, [file]);
  await page.getByRole('button', { name: /^analyse$/i }).click();
  await waitForAnalysis(page);
}
