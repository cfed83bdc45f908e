/** The picked run: what it is, its circles and its heatmap, and the way into the lab. */

import { useStore } from 'zustand';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { MapRun, OwnRun, TableRun } from '../../state/tables.ts';
import { formatCount } from '../format.ts';
import { usePage } from '../hooks/page.ts';
import { useRunPictures } from '../hooks/run-pictures.ts';
import { useTables } from '../hooks/tables.ts';
import { irrelevanceText, number, symmetricityText, verdictName } from './wording.ts';

const shownCircles = 2;

/** The run that is picked on the map; an invitation before. */
export function PickedRun() {
  const { map } = usePage();
  const picked = useStore(map, (choices) => choices.picked);
  const run = useTables(
    ({ tables }) => tables.find(({ id }) => id === picked?.table)?.runs[picked?.index ?? -1],
  );
  return (
    <section className="card picked-run" id="picked" aria-labelledby="picked-run">
      <h2 id="picked-run">{run === undefined ? 'One of them' : titleOf(run.place)}</h2>
      {run === undefined ? (
        <p className="figure-explanation">
          Press a dot on the map: its circles, its heatmap and its measures appear here.
        </p>
      ) : (
        <RunDetails run={run} />
      )}
    </section>
  );
}

function RunDetails({ run: { place, own } }: { readonly run: TableRun }) {
  return (
    <>
      <p className={`picked-verdict verdict-${place.verdict ?? 'unknown'}`}>
        <strong>
          {own === undefined ? 'From the authors’ table' : verdictName(place.verdict)}
        </strong>{' '}
        {own?.result.verdictReason}
      </p>
      {own?.picture !== undefined && <Pictures run={own} />}
      <Measures place={place} own={own} />
      <OpenButtons place={place} own={own} />
    </>
  );
}

function Pictures({ run }: { readonly run: OwnRun }) {
  const pictures = useRunPictures(run, shownCircles);
  return (
    <div className="picked-pictures">
      <div ref={pictures.circles} className="picked-circles" />
      <div ref={pictures.heatmap} className="picked-heatmap" />
    </div>
  );
}

function Measures({ place, own }: { readonly place: MapRun; readonly own: OwnRun | undefined }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Gradient symmetricity', symmetricityText(place.gradientSymmetricity)],
    ['Distance irrelevance', irrelevanceText(place.distanceIrrelevance)],
    ['… of the largest wrong logits', irrelevanceText(place.distanceIrrelevanceWrongLogit)],
    ['Circularity', number(place.circularity, 4)],
    ['Accuracy, train and test', `${percent(place.trainAccuracy)}, ${percent(place.testAccuracy)}`],
    ['Steps', stepsText(place, own)],
    ...(own === undefined
      ? []
      : ([
          [
            'Generalised',
            own.learnedStep === null ? 'never' : `by step ${formatCount(own.learnedStep)}`,
          ],
        ] as const)),
  ];
  return (
    <table className="picked-measures">
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenButtons({ place, own }: { readonly place: MapRun; readonly own: OwnRun | undefined }) {
  const { store } = usePage();
  const open = (view: 'lab' | 'present') => {
    store.setState(({ page, configuration }) => ({
      // Of the authors' runs everything is known but the seed.
      configuration: own?.configuration ?? {
        ...configuration,
        ...(place.settings as Partial<RunConfiguration>),
      },
      page: { ...page, view },
    }));
    window.scrollTo(0, 0);
  };
  return (
    <p className="picked-actions">
      <button type="button" onClick={() => open('lab')}>
        {own === undefined ? 'Train these settings in the lab' : 'Open in the lab, same seed'}
      </button>
      {own?.picture !== undefined && (
        <button type="button" onClick={() => open('present')}>
          Present it: walk along α
        </button>
      )}
    </p>
  );
}

function titleOf({ settings, seed, id }: MapRun): string {
  const depth = settings.layers > 1 ? `, ${settings.layers} layers` : '';
  const name = seed === null ? id : `seed ${seed}`;
  return `α = ${number(settings.attentionRate, 3)}, width ${settings.width}${depth}, ${name}`;
}

function stepsText({ settings }: MapRun, own: OwnRun | undefined): string {
  if (own?.stoppedEarly !== true) return formatCount(settings.steps);
  return `${formatCount(own.result.step)} of ${formatCount(settings.steps)}: nothing changed any more`;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${number(100 * share, 1)} %` : '–';
}
