/**
 * The run on screen as a citation names it: in English whatever the language of the page is, for
 * entries are read elsewhere, and by programs that know no other letters.
 */
import type { RunConfiguration } from '../../model/configuration.ts';
import { viewedSnapshot } from '../../state/selectors.ts';
import type { PageState } from '../../state/store.ts';
import { linearLetters } from '../format.ts';
import { openedNetwork } from './shared-address.ts';

/** As in "p = 59, width 128, α = 1, seed 2, step 4,000". */
export function citedRun(state: PageState): string {
  const file = openedNetwork(state);
  if (file !== undefined) {
    const { configuration, splitKnown } = file.summary;
    return `the network of ${file.files.name}, ${citedSettings(configuration, splitKnown)}`;
  }
  const settings = citedSettings(state.runConfiguration ?? state.configuration, true);
  const step = viewedSnapshot(state)?.result.step;
  return step === undefined
    ? settings
    : `${settings}, step ${new Intl.NumberFormat('en').format(step)}`;
}

function citedSettings(configuration: RunConfiguration, withSeed: boolean): string {
  const { model, p, width, attentionRate, layers, activation, seed } = configuration;
  const isLinear = model !== 'transformer';
  const parts = [
    isLinear && `linear ${linearLetters[model]}`,
    `p = ${p}`,
    `width ${width}`,
    !isLinear && `α = ${Number(attentionRate.toFixed(4))}`,
    !isLinear && layers > 1 && `${layers} layers`,
    !isLinear && activation !== 'relu' && 'GELU',
    !isLinear && configuration.separateEmbeddings && 'separate embeddings',
    !isLinear && configuration.equalsToken && '“=” token',
    withSeed && `seed ${seed}`,
  ];
  return parts.filter(Boolean).join(', ');
}
