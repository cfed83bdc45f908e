/** Pictures that stand in for a figure until it is there. The files are made by test/gallery/posters.mts. */

/** Figures that show one run and nothing else: they look different for every recorded one. */
export const figuresOfRuns: readonly string[] = [
  'circles',
  'heatmap',
  'curves',
  'loss',
  'accuracy',
  'measures',
  'path',
  'verdict',
];

/** Runs that posters were made of. */
const runs = ['pizza', 'clock', 'edge', 'non-circular', 'two-layers', 'slow-grokking'];

/** Width and height of every poster, CSS pixels: its place is kept before it is there. */
export const posterSize = { width: 640, height: 400 };

/** Where the poster of a figure lies, from the page's folder on. */
export function posterPath(figure: string, run: string, theme: 'light' | 'dark'): string {
  // Of a run that is trained only there, the picture is that before training.
  const shown = runs.includes(run) ? run : 'untrained';
  const name = figuresOfRuns.includes(figure) ? `${figure}-${shown}` : figure;
  return `posters/${name.replace(/[^a-z-]/g, '')}-${theme}.webp`;
}
