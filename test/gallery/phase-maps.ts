/**
 * The phase map on made-up runs. Query: `map` shows it alone and as wide as the window; with
 * `bench` it also says how long a first drawing and a hover take.
 */

import { createRandomStream } from '../../src/math/random.ts';
import type { MapAxis, MapBin, PhaseMapData } from '../../src/plots/phase-map-figure.ts';
import { createPhaseMapFigure } from '../../src/plots/phase-map-figure.ts';
import { measurePhaseMap } from './phase-map-bench.ts';

/** A made-up run: its two measures follow its attention rate, the later the wider it is. */
interface MadeUpRun {
  readonly attention: number;
  readonly width: number;
  readonly symmetricity: number;
  readonly irrelevance: number;
  readonly isGreyed: boolean;
}

const attentionAxis: MapAxis = {
  name: 'attention rate',
  scale: 'linear',
  low: 0,
  high: 1,
  ticks: [0, 1, 0.5, 0.2, 0.4, 0.6, 0.8],
};
const symmetricityAxis: MapAxis = {
  name: 'gradient symmetricity',
  scale: 'symmetricity',
  low: 0,
  high: 1,
  ticks: [1, 0, 0.9, 0.5, 0.999, 0.99],
  threshold: { value: 0.98, text: 'a Pizza lies above' },
};
const irrelevanceAxis: MapAxis = {
  name: 'distance irrelevance q',
  scale: 'linear',
  low: 0,
  high: 1,
  ticks: [0, 1, 0.2, 0.4, 0.8],
  threshold: { value: 0.6, text: 'a Pizza lies below' },
};
const widthAxis: MapAxis = {
  name: 'width',
  scale: 'logarithmic',
  low: 24,
  high: 680,
  ticks: [32, 64, 128, 256, 512],
};
const transition = { midpoint: 0.52, span: 0.1, interval: [0.5, 0.54] } as const;

function madeUpRun(attention: number, width: number, seed: number): MadeUpRun {
  const random = createRandomStream(seed, `map ${attention} ${width}`);
  const midpoint = 0.57 + 0.16 * Math.log2(width / 128);
  const late = 1 / (1 + Math.exp(-(attention - midpoint + 0.03 * random.normal()) / 0.025));
  const slow = 1 / (1 + Math.exp(-(attention - 0.59 + 0.1 * random.normal()) / 0.11));
  return {
    attention,
    width,
    symmetricity: 1 - late * (0.1 + 0.7 * Math.max(0, attention - 0.3)) - 0.007 * random.uniform(),
    irrelevance: Math.min(1, Math.max(0, 0.18 + 0.66 * slow + 0.05 * random.normal())),
    isGreyed: random.uniform() < 0.2,
  };
}

/** 11 attention rates with 3 seeds each at two widths, and one more. */
export function gridRuns(widths: readonly number[] = [64, 128]): MadeUpRun[] {
  const runs = widths.flatMap((width) =>
    Array.from({ length: 33 }, (_, run) => madeUpRun(Math.floor(run / 3) / 10, width, run % 3)),
  );
  return [...runs, madeUpRun(0.5, widths[0] ?? 128, 9)];
}

export function randomRuns(count: number): MadeUpRun[] {
  const random = createRandomStream(count, 'map');
  const widths = [32, 64, 128, 256, 512];
  return Array.from({ length: count }, (_, seed) =>
    madeUpRun(random.uniform(), widths[random.integer(5)] ?? 128, seed),
  );
}

/** 50 attention rates, five widths and so many seeds. */
function denseGrid(seeds: number): MadeUpRun[] {
  return [32, 64, 128, 256, 512].flatMap((width) =>
    Array.from({ length: 50 * seeds }, (_, run) =>
      madeUpRun(Math.floor(run / seeds) / 49, width, run % seeds),
    ),
  );
}

type Kind = 'symmetricity' | 'irrelevance' | 'width';

export function mapData(runs: readonly MadeUpRun[], kind: Kind): PhaseMapData {
  const column = (value: (run: MadeUpRun, index: number) => number) =>
    Float64Array.from(runs, value);
  const isColouredByQ = kind === 'symmetricity';
  const y = column((run, index) => (kind !== 'width' && index % 23 === 7 ? Number.NaN : run[kind]));
  return {
    x: column(({ attention }) => attention),
    y,
    colour: column(({ symmetricity, irrelevance }) => (isColouredByQ ? irrelevance : symmetricity)),
    greyed: Uint8Array.from(runs, ({ isGreyed }) => Number(isGreyed)),
    across: attentionAxis,
    up: { symmetricity: symmetricityAxis, irrelevance: irrelevanceAxis, width: widthAxis }[kind],
    colourMeasure: isColouredByQ ? 'irrelevance' : 'symmetricity',
    colourName: isColouredByQ ? 'distance irrelevance' : 'gradient symmetricity',
    transition: runs.length > 0 && kind !== 'width' ? transition : null,
    bins: kind === 'width' ? [] : binsOf(runs, y),
    picked: null,
    summary: `${runs.length} runs by attention rate and ${kind}.`,
  };
}

function binsOf(runs: readonly MadeUpRun[], y: Float64Array): MapBin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const values = [...y]
      .filter((value, index) => {
        const place = Math.min(9, Math.floor(10 * (runs[index]?.attention ?? 0)));
        return place === bin && !Number.isNaN(value);
      })
      .sort((one, other) => one - other);
    const part = (share: number) => values[Math.floor(share * (values.length - 1))] ?? Number.NaN;
    const [low, median, high] = [part(0.25), part(0.5), part(0.75)];
    return { from: bin / 10, to: (bin + 1) / 10, low, median, high };
  }).filter(({ median }) => Number.isFinite(median));
}

/** Adds the phase maps to the page. */
export function showPhaseMaps(main: HTMLElement): void {
  const query = new URLSearchParams(location.search);
  const wrapper = document.createElement('div');
  main.prepend(wrapper);
  if (query.has('map')) {
    document.body.style.maxWidth = '1180px';
    for (const other of document.body.querySelectorAll<HTMLElement>('h1, body > p')) {
      other.hidden = true;
    }
    queueMicrotask(() => main.replaceChildren(wrapper));
  }
  const few = gridRuns();
  const many = randomRuns(10_000);
  show(wrapper, '67 runs, gradient symmetricity', mapData(few, 'symmetricity'));
  show(wrapper, '67 runs, distance irrelevance', { ...mapData(few, 'irrelevance'), picked: 40 });
  show(wrapper, '67 runs by width', mapData(few, 'width'));
  show(wrapper, '817 runs', mapData(randomRuns(817), 'irrelevance'));
  show(wrapper, '10,000 runs, gradient symmetricity', mapData(many, 'symmetricity'));
  show(wrapper, '10,000 runs, distance irrelevance', mapData(many, 'irrelevance'));
  show(wrapper, '10,000 runs on a grid of widths', mapData(denseGrid(40), 'width'));
  const thresholds = { ...attentionAxis, threshold: { value: 0.5, text: 'the middle' } };
  const both = { ...mapData(few, 'symmetricity'), across: thresholds, bins: [] };
  show(wrapper, 'A threshold across too', both);
  show(wrapper, 'No runs', mapData([], 'symmetricity'));
  createPhaseMapFigure(section(wrapper, 'Phase map without data'), {
    onPick() {},
    describe: () => [],
  });
  if (query.has('bench')) measurePhaseMap(section(wrapper, 'Times'), mapData(many, 'symmetricity'));
}

function show(wrapper: HTMLElement, title: string, data: PhaseMapData) {
  let shown = data;
  const number = (value: number | undefined) => (value ?? Number.NaN).toFixed(3);
  const figure = createPhaseMapFigure(section(wrapper, title), {
    onPick(picked) {
      shown = { ...shown, picked };
      figure.update(shown);
    },
    describe: (index) => [
      `attention rate ${number(data.x[index])}`,
      `${data.up.name} ${number(data.y[index])} · ${data.colourName} ${number(data.colour[index])}`,
    ],
  });
  figure.update(shown);
}

function section(parent: HTMLElement, title: string): HTMLElement {
  const card = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = title;
  const host = document.createElement('div');
  card.append(heading, host);
  parent.append(card);
  return host;
}
