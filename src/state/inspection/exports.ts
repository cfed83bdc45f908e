/** Files to save: the network that is looked into, and its measures. */
import { describeConfiguration } from '../../model/configuration.ts';
import type { Subject } from '../inspection.ts';
import { defaultPageSettings, encodeAddress } from '../url.ts';
import type { InspectionDesk } from './desk.ts';

/** Formats a network or its measures can be saved in. */
export type ExportFormat = 'safetensors' | 'json' | 'csv';

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
}

/**
 * The network or its measures as a file; undefined, with a notice, when that fails.
 *
 * @param page address of the page, without a query: the file says where the network is shown
 */
export async function exportFile(
  desk: InspectionDesk,
  format: ExportFormat,
  page = '',
): Promise<ExportedFile | undefined> {
  const { subject } = desk.present;
  if (subject === undefined) return undefined;
  const worker = desk.handle();
  const query = queryOf(desk, subject);
  const address = query === undefined ? undefined : `${page}?${query}`;
  const reply =
    format === 'safetensors'
      ? await worker.weightsFile(address)
      : await worker.measures(format, address);
  if (reply.ok) return { name: exportName(subject, format), contents: reply.value };
  desk.say(reply.message);
  return undefined;
}

/** Where the page shows the network; undefined for one that was not trained here. */
function queryOf(desk: InspectionDesk, subject: Subject): string | undefined {
  const { configuration, step, splitKnown } = subject.summary;
  if (!splitKnown) return undefined;
  const { page, shownRun } = desk.store.getState();
  const run = subject.kind === 'run' && subject.run === shownRun ? page.run : '';
  const settings = { ...defaultPageSettings, view: 'inside', run } as const;
  const query = new URLSearchParams(encodeAddress(configuration, settings));
  if (step !== null) query.set('step', String(step));
  return query.toString();
}

/** The settings, and the step or the file they come from. */
function exportName({ summary, ...subject }: Subject, format: ExportFormat): string {
  const { configuration, step, splitKnown } = summary;
  const settings = describeConfiguration(configuration);
  // A seed says nothing about a network that was not trained here.
  const known = splitKnown ? settings : settings.replace(/-seed\d+$/, '');
  const origin = subject.kind === 'file' ? `-${withoutExtension(subject.files.name)}` : '';
  const moment = step === null ? '' : `-step${step}`;
  return `${known}${origin}${moment}.${format}`;
}

function withoutExtension(name: string): string {
  return name
    .replace(/\.[^.]*$/, '')
    .replace(/[^\w-]+/g, '-')
    .slice(0, 40);
}
