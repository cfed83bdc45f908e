/**
 * The report that visitors can put into a bug report. Its wording stays the same in every language of the
 * page, like that of other files: whoever reads it may not read the visitor's.
 */
import { namedSettings } from '../../model/fields.ts';
import { newestStep, viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import type { GpuFacts, MachineFacts } from './machine-facts.ts';

/** What is reported besides the state of the page. */
export interface ReportedPage {
  readonly version: string;
  /** Commit and day of the build; empty where nothing was built. */
  readonly build: string;
  /** Shows again what is on screen. */
  readonly address: string;
  /** Language the page speaks. */
  readonly language: string;
}

/** A Markdown list. Nothing is in it that the visitor does not see before it is copied. */
export function reportText(page: ReportedPage, state: PageState, machine: MachineFacts): string {
  const build = page.build === '' ? '' : ` (${page.build})`;
  const lines: readonly (readonly [string, string])[] = [
    ['Page', `The Clock and the Pizza ${page.version}${build}`],
    ['Address', page.address],
    ['Settings', settingsText(state)],
    ['Run', runText(state)],
    ['Looked into', inspectedText(state)],
    ['Engine', engineText(state)],
    ['GPU', gpuText(machine.gpu)],
    ['WebAssembly', `threads ${yesOrNo(machine.hasThreads)}, SIMD ${yesOrNo(machine.hasVectors)}`],
    ['Cross-origin isolated', yesOrNo(machine.isIsolated)],
    ['Processor threads', String(machine.threads ?? 'unknown')],
    ['Browser', machine.agent],
    ['Screen', machine.screen],
    ['Language', `${page.language}; browser ${machine.languages.join(', ')}`],
    ['Offline copy', machine.isKept ? 'kept' : 'not kept'],
    ['Last problem', problemText(state)],
  ];
  return lines.map(([name, value]) => `- ${name}: ${onOneLine(value)}`).join('\n');
}

function settingsText({ configuration, runConfiguration, page }: PageState): string {
  const settings = Object.entries(namedSettings(runConfiguration ?? configuration));
  return [...settings, ['backend', page.backend], ['view', page.view]]
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

function runText(state: PageState): string {
  const { status, page, openedFrom } = state;
  const verdict = viewedSnapshot(state)?.result.verdict ?? 'none';
  const origin =
    page.run !== '' ? `recorded ${page.run}, ` : openedFrom !== '' ? 'of a file, ' : '';
  return `${origin}${status}, step ${newestStep(state)}, verdict ${verdict}`;
}

/** The network in "Look inside"; of a file its kind and settings, never its name. */
function inspectedText({ inspection }: PageState): string {
  const { subject, phase } = inspection;
  if (subject === undefined) return 'nothing';
  const settings = Object.entries(namedSettings(subject.summary.configuration));
  const named = settings.map(([name, value]) => `${name}=${value}`).join(' ');
  return `${subject.kind}, ${phase}, ${named}`;
}

function engineText({ backend }: PageState): string {
  if (backend === undefined) return 'none yet';
  return `${backend.name} (${backend.device}). ${backend.reason}`;
}

function gpuText(gpu: GpuFacts): string {
  if (gpu.kind === 'adapter') return gpu.name === '' ? 'an adapter without a name' : gpu.name;
  const reasons = {
    'no-webgpu': 'no WebGPU in this browser',
    'no-adapter': 'WebGPU without an adapter',
    'no-answer': 'WebGPU does not answer',
  };
  return reasons[gpu.kind];
}

function problemText({ problem, recovery, notices }: PageState): string {
  const all = [
    problem?.message,
    recovery?.message,
    ...notices.filter(({ name }) => name !== 'device').map(({ message }) => message),
  ];
  return all.filter((text) => text !== undefined).join(' ') || 'none';
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

/** A list item ends where its line does. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
