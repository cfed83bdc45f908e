/** The picked run: what it is, its circles and its heatmap, and the way into the lab. */

import { useStore } from 'zustand';
import english from '../../messages/en/ui/map/picked-run.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { reasonInWords } from '../../state/inspection/reason.ts';
import type { MapRun, OwnRun, TableRun } from '../../state/tables.ts';
import { formatCount } from '../format.ts';
import { usePage } from '../hooks/page.ts';
import { useRunPictures } from '../hooks/run-pictures.ts';
import { useTables } from '../hooks/tables.ts';
import { irrelevanceText, number, symmetricityText, verdictName } from './wording.ts';

const words = createWords('ui/map/picked-run', english);

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
      <h2 id="picked-run">{run === undefined ? words('none') : titleOf(run.place)}</h2>
      {run === undefined ? (
        <p className="figure-explanation">{words('invitation')}</p>
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
        <strong>{own === undefined ? words('authors') : verdictName(place.verdict)}</strong>{' '}
        {own !== undefined && reasonInWords(own.result.verdictReason)}
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
    [words('symmetricity'), symmetricityText(place.gradientSymmetricity)],
    [words('irrelevance'), irrelevanceText(place.distanceIrrelevance)],
    [words('irrelevanceWrong'), irrelevanceText(place.distanceIrrelevanceWrongLogit)],
    [words('circularity'), number(place.circularity, 4)],
    [
      words('accuracy'),
      words('accuracies', {
        train: percent(place.trainAccuracy),
        test: percent(place.testAccuracy),
      }),
    ],
    [words('steps'), stepsText(place, own)],
    ...(own === undefined
      ? []
      : ([
          [
            words('generalised'),
            own.learnedStep === null
              ? words('never')
              : words('byStep', { step: formatCount(own.learnedStep) }),
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
        {words(own === undefined ? 'train' : 'open')}
      </button>
      {own?.picture !== undefined && (
        <button type="button" onClick={() => open('present')}>
          {words('present')}
        </button>
      )}
    </p>
  );
}

function titleOf({ settings, seed, id }: MapRun): string {
  const values = {
    rate: number(settings.attentionRate, 3),
    width: settings.width,
    layers: Math.max(1, settings.layers || 1),
  };
  return seed === null
    ? words('titleName', { ...values, name: id })
    : words('titleSeed', { ...values, seed });
}

function stepsText({ settings }: MapRun, own: OwnRun | undefined): string {
  if (own?.stoppedEarly !== true) return formatCount(settings.steps);
  return words('stoppedEarly', {
    step: formatCount(own.result.step),
    steps: formatCount(settings.steps),
  });
}

function percent(share: number): string {
  return Number.isFinite(share) ? words('share', { percent: number(100 * share, 1) }) : '–';
}
