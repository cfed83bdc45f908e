/** The visitor's own sweep: a form before, progress and buttons while it trains and after. */
import { useState } from 'react';
import { useStore } from 'zustand';
import english from '../../messages/en/ui/map/sweep-panel.json';
import { createWords } from '../../messages/words.ts';
import type { SweepState } from '../../state/sweep/sweep-controller.ts';
import { formatCount, formatDuration } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';
import { SweepForm } from './SweepForm.tsx';

const words = createWords('ui/map/sweep-panel', english);

/** @param onStart told when a sweep starts or goes on */
export function SweepPanel({ onStart }: { readonly onStart: () => void }) {
  const { sweep } = usePage();
  const state = useStore(sweep.state);
  const backend = usePageState(({ page }) => page.backend);
  const [asksAnew, setAsksAnew] = useState(false);
  const hasForm = state.phase === 'idle' || asksAnew;
  return (
    <section className="card map-sweep" aria-labelledby="map-sweep">
      <h2 id="map-sweep">{words(state.phase === 'idle' ? 'trainOwn' : 'yourSweep')}</h2>
      {state.phase !== 'idle' && <Progress state={state} onShow={onStart} />}
      {hasForm ? (
        <SweepForm
          before={state.plan}
          lost={(plan) => sweep.lost(plan)}
          processors={sweep.processors}
          onCancel={() => setAsksAnew(false)}
          onStart={(plan) => {
            setAsksAnew(false);
            onStart();
            void sweep.start(plan, backend);
          }}
        />
      ) : (
        <p className="map-note">
          <button type="button" className="link-button" onClick={() => setAsksAnew(true)}>
            {words('another')}
          </button>
        </p>
      )}
    </section>
  );
}

function Progress(props: { readonly state: SweepState; readonly onShow: () => void }) {
  const { state, onShow } = props;
  const { sweep } = usePage();
  const backend = usePageState(({ page }) => page.backend);
  const { phase, plan, total, finished, share, place, problem, notice } = state;
  const [asksToDiscard, setAsksToDiscard] = useState(false);
  const trains = phase === 'running' || phase === 'starting';
  return (
    <>
      <progress aria-label={words('progress')} value={share} max={1} />
      <p className="map-progress">
        <strong>
          {words('finishedRuns', {
            finished: formatCount(finished),
            total: formatCount(total),
          })}
        </strong>{' '}
        <span>{paceText(state)}</span>
      </p>
      <div role="status" className="visually-hidden">
        {phaseNews(state)}
      </div>
      <p className="map-note">
        {trains && (
          <button type="button" onClick={() => sweep.pause()} disabled={phase === 'starting'}>
            {words('pause')}
          </button>
        )}
        {(phase === 'paused' || phase === 'failed') && finished < total && (
          <button
            type="button"
            className="primary"
            onClick={() => {
              onShow();
              void sweep.resume(backend);
            }}
          >
            {words('continue')}
          </button>
        )}
        <button
          type="button"
          disabled={finished === 0}
          onClick={() => saveFile('runs.jsonl', 'application/jsonl', sweep.lines())}
        >
          {words('download')}
        </button>
        {!trains && !asksToDiscard && (
          <button type="button" onClick={() => setAsksToDiscard(true)}>
            {words('discard')}
          </button>
        )}
      </p>
      {asksToDiscard && !trains && (
        <fieldset className="map-note">
          <legend className="visually-hidden">{words('discardQuestion')}</legend>
          <span className="map-hint">{words('forgotten', { count: formatCount(finished) })}</span>
          <button type="button" onClick={() => void sweep.discard()}>
            {words('discardRuns', { count: formatCount(finished) })}
          </button>
          <button type="button" onClick={() => setAsksToDiscard(false)}>
            {words('keep')}
          </button>
        </fieldset>
      )}
      {phase === 'paused' && finished < total && <p className="map-hint">{words('pausedHint')}</p>}
      <div role="alert">{problem !== undefined && <p className="notice">{problem}</p>}</div>
      {notice !== undefined && <p className="notice">{notice}</p>}
      {place !== undefined && (
        <p className="map-hint">
          {words(place.together > 1 ? 'placeTogether' : 'place', {
            device: place.device,
            together: place.together,
          })}
        </p>
      )}
      {plan !== undefined && (
        <details className="map-details">
          <summary>{words('cluster')}</summary>
          <p className="map-hint">
            <code>
              npm run -s cli -- sweep --grid "{plan.grid}"{plan.stopsEarly ? ' --stop-early' : ''}{' '}
              --out runs.jsonl
            </code>
          </p>
        </details>
      )}
    </>
  );
}

function paceText({ phase, secondsLeft, finished, total }: SweepState): string {
  if (phase === 'starting') return words('starting');
  if (phase === 'paused') return words(finished === total ? 'finished' : 'paused');
  if (phase === 'done') return words('finished');
  if (phase === 'failed') return words('stopped');
  return secondsLeft === undefined
    ? words('measuring')
    : words('timeLeft', { duration: formatDuration(secondsLeft) });
}

/** What is announced: the beginning, the end, and what stopped it. */
function phaseNews({ phase, total }: SweepState): string {
  if (phase === 'running') return words('newsRunning', { total });
  return phase === 'done' ? words('newsDone', { total }) : '';
}
