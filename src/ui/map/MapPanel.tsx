/** One map: the runs of one table, what counts of them, and the fitted transition. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPhaseMapFigure } from '../../plots/phase-map-figure.ts';
import type { CircularFilter, MapOverview, MapRun } from '../../state/tables.ts';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { usePage } from '../hooks/page.ts';
import { type MapManner, mapData } from './map-data.ts';
import { countsText, mapSummary, runLines, transitionText } from './wording.ts';

/** A table's part of the map. */
export function MapPanel(props: {
  readonly title: string;
  readonly runs: readonly MapRun[];
  /** Runs of all maps on the page: their axes are the same. */
  readonly shared: readonly MapRun[];
  readonly manner: MapManner;
  readonly circular: CircularFilter;
  /** Place in `runs`. */
  readonly picked: number | null;
  readonly onPick: (index: number) => void;
}) {
  const { title, runs, shared, manner, circular, picked, onPick } = props;
  const overview = useOverview(runs, circular, manner.form);
  const base = useMemo(
    () => mapData(runs, shared, manner, overview, null, mapSummary(title, manner, overview)),
    [runs, shared, manner, overview, title],
  );
  const data = useMemo(() => ({ ...base, picked }), [base, picked]);
  const newest = useRef({ runs, overview, onPick });
  newest.current = { runs, overview, onPick };
  const host = useLocalFigure(
    (element) =>
      createPhaseMapFigure(element, {
        onPick: (index) => newest.current.onPick(index),
        describe(index) {
          const run = newest.current.runs[index];
          return run === undefined ? [] : runLines(run, newest.current.overview?.standings[index]);
        },
      }),
    data,
  );
  return (
    <div className="map-panel">
      <h3 className="map-panel-title">{title}</h3>
      <div ref={host} className="figure-host" />
      <p className="map-counts">
        {overview === undefined ? '\u00a0' : countsText(overview)}
        <br />
        {overview === undefined ? '\u00a0' : transitionText(overview, manner)}
      </p>
    </div>
  );
}

/** Statistics of the runs; those of the runs before until they are there. */
function useOverview(
  runs: readonly MapRun[],
  circular: CircularFilter,
  form: 'correct' | 'wrong',
): MapOverview | undefined {
  const { tables } = usePage();
  const [overview, setOverview] = useState<MapOverview>();
  useEffect(() => {
    let wanted = true;
    void tables.overview(runs, circular, form).then((next) => {
      if (wanted && next !== undefined) setOverview(next);
    });
    return () => {
      wanted = false;
    };
  }, [tables, runs, circular, form]);
  return overview;
}
