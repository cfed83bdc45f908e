/** Components of the figures that can be embedded, each loaded when it is the one. */
import { type ComponentType, lazy } from 'react';
import type { FigureName } from '../../state/embedding/figures.ts';

/** A module's component, to be drawn when its code is there. */
function part<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }));
}

const curves = () => import('../figures/CurveCards.tsx');
const network = () => import('./network-figures.ts');
const story = () => import('./story-figures.ts');

/** Every figure of src/state/embedding/figures.ts. */
export const figureComponents: Readonly<Record<FigureName, ComponentType>> = {
  circles: part(() => import('../figures/CirclesCard.tsx'), 'CirclesCard'),
  heatmap: part(() => import('../figures/HeatmapCard.tsx'), 'HeatmapCard'),
  curves: part(curves, 'LossAndAccuracy'),
  loss: part(curves, 'LossCard'),
  accuracy: part(curves, 'AccuracyCard'),
  measures: part(curves, 'TwoMeasuresCard'),
  path: part(curves, 'PathCard'),
  verdict: part(() => import('../VerdictCard.tsx'), 'VerdictCard'),
  pair: part(network, 'PairCard'),
  isolation: part(network, 'EnsembleCard'),
  'circle-by-circle': part(network, 'CircleCards'),
  neurons: part(network, 'NeuronCards'),
  neuron: part(network, 'NeuronGrid'),
  spectrum: part(network, 'SpectrumCard'),
  'all-measures': part(network, 'MeasuresCard'),
  debate: part(network, 'DebateCard'),
  map: part(() => import('./EmbeddedMap.tsx'), 'EmbeddedMap'),
  clock: part(story, 'ClockAlgorithm'),
  pizza: part(story, 'PizzaAlgorithm'),
  'two-ways': part(story, 'TwoWays'),
  'clock-face': part(story, 'ClockFace'),
  task: part(story, 'TaskTable'),
  'same-answers': part(story, 'SameAnswers'),
  'telling-apart': part(story, 'TellingApart'),
  transition: part(story, 'PhaseTransition'),
  ensemble: part(story, 'Ensemble'),
  'authors-networks': part(story, 'AuthorsNetworks'),
  learning: part(story, 'LiveRun'),
  inside: part(story, 'InsideRun'),
  lab: part(() => import('./EmbeddedLab.tsx'), 'EmbeddedLab'),
};
