/** Files to save: the network that is looked into, and its measures. */
import { describeConfiguration } from '../../model/configuration.ts';
import type { Subject } from '../inspection.ts';
import type { InspectionDesk } from './desk.ts';

/** Formats a network or its measures can be saved in. */
export type ExportFormat = 'safetensors' | 'json' | 'csv';

/** A file to save. */
export interface ExportedFile {
  readonly name: string;
  readonly contents: string | Uint8Array;
}

/** The network or its measures as a file; undefined, with a notice, when that fails. */
export async function exportFile(
  desk: InspectionDesk,
  format: ExportFormat,
): Promise<ExportedFile | undefined> {
  const { subject } = desk.present;
  if (subject === undefined) return undefined;
  const worker = desk.handle();
  const reply =
    format === 'safetensors' ? await worker.weightsFile() : await worker.measures(format);
  if (reply.ok) return { name: exportName(subject, format), contents: reply.value };
  desk.say(reply.message);
  return undefined;
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
