/** For an audience: walk along a row of trained networks and see the algorithm change. */
import { useEffect, useRef } from 'react';
import { nearestPlace } from '../../state/map/rows.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { useTables } from '../hooks/tables.ts';
import { Notices } from '../Notices.tsx';
import { PresentedRun } from './PresentedRun.tsx';
import { usePresentedRow } from './presented-row.ts';
import { usePresenterKeys } from './presenter-keys.ts';
import { RowStrip } from './RowStrip.tsx';
import { words } from './words.ts';

const noRuns = [] as const;

/** The whole window is one figure. */
export default function PresentPage() {
  const { store, tables } = usePage();
  const configuration = usePageState((state) => state.configuration);
  const { rows, place: rowPlace, isReplaced } = usePresentedRow();
  const problem = useTables((state) => state.problem);
  const isLoading = useTables(({ shipped }) => shipped === 'absent' || shipped === 'loading');
  const row = rows[rowPlace];
  const place = row === undefined ? 0 : nearestPlace(row, configuration.attentionRate);
  const page = useRef<HTMLDivElement>(null);

  // Pictures of the row are unpacked before they are wanted: the hand does not wait.
  useEffect(() => {
    for (const run of row?.runs ?? noRuns) void tables.snapshot(run);
  }, [row, tables]);

  const goTo = (nextRow: number, nextPlace: number | undefined) => {
    const target = rows[(nextRow + rows.length) % rows.length];
    if (target === undefined) return;
    const kept = nextPlace ?? nearestPlace(target, configuration.attentionRate);
    const run = target.runs[Math.max(0, Math.min(target.runs.length - 1, kept))];
    if (run !== undefined) store.setState({ configuration: run.configuration });
  };
  const leave = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    store.setState(({ page: settings }) => ({ page: { ...settings, view: 'map' } }));
  };
  const fill = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void page.current?.requestFullscreen?.().catch(() => undefined);
  };
  usePresenterKeys({
    onPlace: (step) => goTo(rowPlace, place + step),
    onEnd: (last) => goTo(rowPlace, last ? Number.MAX_SAFE_INTEGER : 0),
    onRow: (step) => goTo(rowPlace + step, undefined),
    onFill: fill,
    onLeave: leave,
  });

  return (
    <div className="present" id="pictures" ref={page}>
      <header className="present-head">
        <h1>{words('title')}</h1>
        <label className="present-row">
          <span>{words('networks')}</span>
          <select value={rowPlace} onChange={({ target }) => goTo(Number(target.value), undefined)}>
            {rows.map(({ key, configuration: { width, seed, layers, p }, runs }, index) => (
              <option key={key} value={index}>
                {words('row', { width, seed, layers, p, count: runs.length })}
              </option>
            ))}
          </select>
        </label>
        <span className="present-keys" aria-hidden="true">
          {words('keys')}
        </span>
        <button type="button" onClick={fill}>
          {words('fullScreen')}
        </button>
        <button type="button" onClick={leave}>
          {words('leave')}
        </button>
      </header>
      <Notices />
      {row === undefined ? (
        <p className="present-empty" role="status">
          {problem ?? words(isLoading ? 'loading' : 'nothingToPresent')}
        </p>
      ) : (
        <>
          {isReplaced && (
            <p className="present-note" role="status">
              {words('replaced')}
            </p>
          )}
          <PresentedRun run={row.runs[place]} />
          <RowStrip row={row} place={place} onPlace={(next) => goTo(rowPlace, next)} />
        </>
      )}
    </div>
  );
}
