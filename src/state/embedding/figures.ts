/** Figures that can be embedded in other pages: their names in the address, and what they need. */

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
  readonly title: string;
  readonly subject: FigureSubject;
  /** True where the logits of every pair are drawn, which are most of a recording. */
  readonly logits?: boolean;
  /** Chapter of the story in which it stands. */
  readonly chapter?: string;
}

/** All figures by their names; names stay. */
export const embeddedFigures = {
  circles: { title: 'Embedding circles', subject: 'run' },
  heatmap: { title: 'Correct logit', subject: 'run', logits: true },
  curves: { title: 'Loss and accuracy', subject: 'run' },
  loss: { title: 'Loss', subject: 'run' },
  accuracy: { title: 'Accuracy', subject: 'run' },
  measures: { title: 'The two measures', subject: 'run' },
  path: { title: 'Path to a verdict', subject: 'run' },
  verdict: { title: 'The verdict', subject: 'run' },
  pair: { title: 'How it arrives at one sum', subject: 'network' },
  isolation: { title: 'Circles, on and off', subject: 'network' },
  'circle-by-circle': { title: 'Circle by circle', subject: 'network' },
  neurons: { title: 'What the neurons listen to', subject: 'network' },
  neuron: { title: 'One neuron over all pairs', subject: 'network' },
  spectrum: { title: 'Spectrum of the embedding', subject: 'network' },
  'all-measures': { title: 'All measures', subject: 'network' },
  debate: { title: 'The numbers each side points at', subject: 'network' },
  map: { title: 'Which algorithm emerges', subject: 'map' },
  clock: { title: 'The Clock algorithm', subject: 'idea', chapter: 'clock' },
  pizza: { title: 'The Pizza algorithm', subject: 'idea', chapter: 'pizza' },
  'two-ways': { title: 'Two ways to add on a circle', subject: 'idea' },
  'clock-face': { title: 'Adding on a clock face', subject: 'idea', chapter: 'clock-face' },
  task: { title: 'All sums mod 59', subject: 'idea', chapter: 'tokens' },
  'same-answers': {
    title: 'Two networks, from outside and from inside',
    subject: 'idea',
    chapter: 'why',
  },
  'telling-apart': {
    title: 'Telling Clock and Pizza apart',
    subject: 'idea',
    chapter: 'telling-apart',
  },
  transition: { title: 'The phase transition', subject: 'idea', chapter: 'knob' },
  ensemble: { title: 'The circles of one network', subject: 'idea', chapter: 'ensemble' },
  'authors-networks': {
    title: 'Three networks of the authors',
    subject: 'idea',
    chapter: 'contested',
  },
  learning: { title: 'A network learning to add', subject: 'run' },
  inside: { title: 'Inside the trained network', subject: 'run', logits: true },
  lab: { title: 'The lab', subject: 'view', logits: true },
} as const satisfies Record<string, EmbeddedFigure>;

/** Name of a figure. */
export type FigureName = keyof typeof embeddedFigures;

/** All names, in the order they are listed. */
export const figureNames = Object.keys(embeddedFigures) as FigureName[];

/** What is known of a figure. */
export function embeddedFigure(name: FigureName): EmbeddedFigure {
  return embeddedFigures[name];
}
