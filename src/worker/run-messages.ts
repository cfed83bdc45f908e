/** What happened to a run, in whole sentences that say what to do. */
import { backendLabels } from '../engine/backends/inspections.ts';
import { backendOf, type EngineKind } from '../engine/engines.ts';
import type { Consequence } from './recovery.ts';
import type { NotANumber } from './snapshot.ts';
import { words } from './training-words.ts';

/** A run whose numbers are none any more. */
export function divergedMessage(end: { readonly step: number; readonly what: NotANumber }): string {
  return words('diverged', { step: end.step, what: end.what });
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
export function recoveredMessage(told: ToldRecovery): string {
  const message = wentOn(told);
  return told.consequence === 'safer' ? words('staysThere', { message }) : message;
}

function wentOn({ what, kind, isSame, step, repeatedSteps }: ToldRecovery): string {
  const values = { what, step, repeated: repeatedSteps };
  if (isSame) return words('sameDevice', values);
  const backend = backendOf(kind);
  const isProcessor = backend === 'wasm' || backend === 'cpu';
  return words(isProcessor ? 'onProcessor' : 'onGpu', {
    ...values,
    backend: backendLabels[backend],
  });
}
