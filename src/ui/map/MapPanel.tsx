/** One map: the runs of one table, what counts of them, and the fitted transition. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPhaseMapFigure } from '../../plots/phase-map-figure.ts';
import type { CircularFilter, MapOverview, MapRun } from '../../state/tables.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { usePage } from '../hooks/page.ts';
import { type MapManner, mapData } from './map-data.ts';
import type { Panel } from './panels.ts';
import {
  countsText,
  elsewhereText,
  inSequence,
  mapSummary,
  pickedSummary,
  runLines,
  runWords,
  transitionText,
} from './wording.ts';

/** A table's part of the map. */
export function MapPanel(props: {
  readonly panel: Panel;
  /** Runs of all maps on the page: their axes are the same. */
  readonly shared: readonly MapRun[];
  readonly manner: MapManner;
  readonly circular: CircularFilter;
  /** Place of the picked run in the table. */
  readonly picked: number | undefined;
  /** Told the place in the table. */
  readonly onPick: (place: number) => void;
}) {
  const { shared, manner, circular, picked: pickedPlace, onPick } = props;
  const { panel, overview } = useOverview(props.panel, circular, manner.form);
  const { table, runs, places } = panel;
  const { title } = table;
  const found = pickedPlace === undefined ? -1 : places.indexOf(pickedPlace);
  const picked = found < 0 ? null : found;
  const base = useMemo(
    () => ({
      ...mapData(runs, shared, manner, overview, null, mapSummary(title, manner, overview)),
      describe: (index: number) => runWords(runs[index], overview?.standings[index]),
    }),
    [runs, shared, manner, overview, title],
  );
  const data = useMemo(() => {
    const run = picked === null ? undefined : runs[picked];
    const { summary } = base;
    return { ...base, picked, summary: run === undefined ? summary : pickedSummary(summary, run) };
  }, [base, picked, runs]);
  const newest = useRef({ panel, overview, onPick });
  newest.current = { panel, overview, onPick };
  const host = useLocalFigure(
    (element) =>
      createPhaseMapFigure(element, {
        onPick(index) {
          const place = newest.current.panel.places[index];
          if (place !== undefined) newest.current.onPick(place);
        },
        describe(index) {
          const run = newest.current.panel.runs[index];
          return run === undefined ? [] : runLines(run, newest.current.overview?.standings[index]);
        },
      }),
    data,
    'map',
  );
  const pickedRun = picked === null ? undefined : runs[picked];
  return (
    <div className="map-panel">
      <h3 className="map-panel-title" data-pictured>
        {title}
      </h3>
      <div ref={host} className="figure-host" />
      {pickedRun !== undefined && (
        <p className="map-picked">
          <button type="button" className="link-button" onClick={showPicked}>
            {runLines(pickedRun, undefined)[0]} ↓
          </button>
        </p>
      )}
      <p className="map-counts" data-pictured>
        {overview === undefined ? '\u00a0' : inSequence(countsText(overview), elsewhereText(panel))}
        <br />
        {overview === undefined ? '\u00a0' : transitionText(overview, manner)}
      </p>
    </div>
  );
}

/** Brings the picked run's card on screen. */
function showPicked(): void {
  document.getElementById('picked')?.scrollIntoView({ block: 'start' });
}

/** What is on screen: runs and their statistics, which always belong together. */
interface Shown {
  readonly panel: Panel;
  /** Undefined before the first. */
  readonly overview: MapOverview | undefined;
}

/** Statistics of a panel; the panel before stays until they are there, so that nothing blinks. */
function useOverview(panel: Panel, circular: CircularFilter, form: 'correct' | 'wrong'): Shown {
  const { tables } = usePage();
  const [shown, setShown] = useState<Shown>({ panel, overview: undefined });
  useEffect(() => {
    let wanted = true;
    void tables.overview(panel.runs, circular, form).then((overview) => {
      if (wanted && overview !== undefined) setShown({ panel, overview });
    });
    return () => {
      wanted = false;
    };
  }, [tables, panel, circular, form]);
  // Before there are any, the runs are better than nothing.
  return shown.overview === undefined ? { panel, overview: undefined } : shown;
}
