/** What happened to a run, in whole sentences that say what to do. */
import { backendLabels } from '../engine/backends/inspections.ts';
import { backendOf, type EngineKind } from '../engine/engines.ts';
import type { Consequence } from './recovery.ts';
import type { NotANumber } from './snapshot.ts';

const subjects: Readonly<Record<NotANumber, string>> = {
  loss: 'the loss',
  weights: 'a weight of the network',
  answers: 'an answer of the network',
};

/** A run whose numbers are none any more. */
export function divergedMessage(end: { readonly step: number; readonly what: NotANumber }): string {
  return `Training diverged: at step ${end.step} ${subjects[end.what]} stopped being a number, because the updates were too large. Reset with a smaller learning rate.`;
}

/** "on WebGPU", "in WebAssembly". */
function placeWords(kind: EngineKind): string {
  const backend = backendOf(kind);
  const preposition = backend === 'wasm' || backend === 'cpu' ? 'in' : 'on';
  return `${preposition} ${backendLabels[backend]}`;
}

/** A run that has lost its device and goes on. */
export interface ToldRecovery {
  /** What happened, a sentence. */
  readonly what: string;
  /** Where it goes on. */
  readonly kind: EngineKind;
  readonly isSame: boolean;
  readonly step: number;
  readonly repeatedSteps: number;
  readonly consequence: Consequence;
}

/** Says where it goes on, and how much is done again. */
export function recoveredMessage({
  what,
  kind,
  isSame,
  step,
  repeatedSteps,
  consequence,
}: ToldRecovery): string {
  const where = isSame ? 'on a fresh start of the same device' : `${placeWords(kind)} instead`;
  const repeated =
    repeatedSteps === 0
      ? 'no step is lost'
      : `${repeatedSteps} ${repeatedSteps === 1 ? 'step is' : 'steps are'} made again`;
  const stays =
    consequence === 'safer' ? ` It was the third time within a minute: it stays there.` : '';
  return `${what} Training went on ${where}, from step ${step}: ${repeated}.${stays}`;
}
