/** Figures that can be embedded in other pages: their names in the address, and what they need. */
import english from '../../messages/en/state/embedding/figures.json';
import { createWords } from '../../messages/words.ts';

/** Titles by the names of the figures. */
const titles = createWords('state/embedding/figures', english);

/** What a figure shows. */
export type FigureSubject =
  /** A run over its steps: recorded, or trained in the frame. */
  | 'run'
  /** One analysed network. */
  | 'network'
  /** An algorithm or the task itself. */
  | 'idea'
  /** Many runs. */
  | 'map'
  /** A whole view of the page. */
  | 'view';

/** A figure. */
export interface EmbeddedFigure {
  /** In the language that is on. */
  readonly title: string;
  readonly subject: FigureSubject;
  /** True where the logits of every pair are drawn, which are most of a recording. */
  readonly logits?: boolean;
  /** Chapter of the story in which it stands. */
  readonly chapter?: string;
}

/** All figures by their names; names stay. */
export const embeddedFigures = {
  circles: { subject: 'run' },
  heatmap: { subject: 'run', logits: true },
  curves: { subject: 'run' },
  loss: { subject: 'run' },
  accuracy: { subject: 'run' },
  measures: { subject: 'run' },
  path: { subject: 'run' },
  verdict: { subject: 'run' },
  pair: { subject: 'network' },
  isolation: { subject: 'network' },
  'circle-by-circle': { subject: 'network' },
  neurons: { subject: 'network' },
  neuron: { subject: 'network' },
  spectrum: { subject: 'network' },
  'all-measures': { subject: 'network' },
  debate: { subject: 'network' },
  map: { subject: 'map' },
  clock: { subject: 'idea', chapter: 'clock' },
  pizza: { subject: 'idea', chapter: 'pizza' },
  'two-ways': { subject: 'idea' },
  'clock-face': { subject: 'idea', chapter: 'clock-face' },
  task: { subject: 'idea', chapter: 'tokens' },
  'same-answers': { subject: 'idea', chapter: 'why' },
  'telling-apart': { subject: 'idea', chapter: 'telling-apart' },
  transition: { subject: 'idea', chapter: 'knob' },
  ensemble: { subject: 'idea', chapter: 'ensemble' },
  'authors-networks': { subject: 'idea', chapter: 'contested' },
  learning: { subject: 'run' },
  inside: { subject: 'run', logits: true },
  lab: { subject: 'view', logits: true },
} as const satisfies Record<string, Omit<EmbeddedFigure, 'title'>>;

/** Name of a figure. */
export type FigureName = keyof typeof embeddedFigures;

/** All names, in the order they are listed. */
export const figureNames = Object.keys(embeddedFigures) as FigureName[];

/** What is known of a figure. */
export function embeddedFigure(name: FigureName): EmbeddedFigure {
  return {
    ...embeddedFigures[name],
    get title() {
      return titles(name);
    },
  };
}
