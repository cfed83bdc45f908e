/** What a frame's reports mean to the page around it: events. */
import type { FrameReport } from './contract.ts';

/** Before a frame has said anything. */
export const nothingYet: FrameReport = {
  state: 'idle',
  step: 0,
  lastStep: 0,
  verdict: '',
  run: '',
  address: '',
};

/** True while steps pass by: a run trains, or a recording is played. */
export function isPlaying({ state }: FrameReport): boolean {
  return state === 'training' || state === 'replaying';
}

/** Names of the events between two reports, in the order they are told. */
export function eventsBetween(before: FrameReport, now: FrameReport): readonly string[] {
  return [
    ...(now.state === before.state ? [] : ['statechange']),
    ...(isPlaying(now) === isPlaying(before) ? [] : [isPlaying(now) ? 'play' : 'pause']),
    ...(now.step === before.step ? [] : ['stepchange']),
    ...(now.verdict === before.verdict ? [] : ['verdictchange']),
    ...(settingsOf(now) === settingsOf(before) ? [] : ['settingschange']),
  ];
}

/** The address without the step, which is no setting. */
function settingsOf({ address }: FrameReport): string {
  const parameters = new URLSearchParams(address);
  parameters.delete('step');
  return parameters.toString();
}
