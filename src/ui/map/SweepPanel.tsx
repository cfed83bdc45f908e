/** The visitor's own sweep: a form before, progress and buttons while it trains and after. */
import { useState } from 'react';
import { useStore } from 'zustand';
import type { SweepState } from '../../state/sweep/sweep-controller.ts';
import { formatCount, formatDuration } from '../format.ts';
import { usePage, usePageState } from '../hooks/page.ts';
import { saveFile } from '../save-file.ts';
import { SweepForm } from './SweepForm.tsx';

/** @param onStart told when a sweep starts or goes on */
export function SweepPanel({ onStart }: { readonly onStart: () => void }) {
  const { sweep } = usePage();
  const state = useStore(sweep.state);
  const backend = usePageState(({ page }) => page.backend);
  const [asksAnew, setAsksAnew] = useState(false);
  const hasForm = state.phase === 'idle' || asksAnew;
  return (
    <section className="card map-sweep" aria-labelledby="map-sweep">
      <h2 id="map-sweep">{state.phase === 'idle' ? 'Train your own' : 'Your sweep'}</h2>
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
            Another sweep …
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
      <progress aria-label="Progress of the sweep" value={share} max={1} />
      <p className="map-progress">
        <strong>
          {formatCount(finished)} of {formatCount(total)} runs
        </strong>{' '}
        <span>{paceText(state)}</span>
      </p>
      <div role="status" className="visually-hidden">
        {phaseNews(state)}
      </div>
      <p className="map-note">
        {trains && (
          <button type="button" onClick={() => sweep.pause()} disabled={phase === 'starting'}>
            Pause
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
            Continue
          </button>
        )}
        <button
          type="button"
          disabled={finished === 0}
          onClick={() => saveFile('runs.jsonl', 'application/jsonl', sweep.lines())}
        >
          Download table
        </button>
        {!trains && !asksToDiscard && (
          <button type="button" onClick={() => setAsksToDiscard(true)}>
            Discard …
          </button>
        )}
      </p>
      {asksToDiscard && !trains && (
        <fieldset className="map-note">
          <legend className="visually-hidden">Discard the sweep?</legend>
          <span className="map-hint">Its {formatCount(finished)} finished runs are forgotten.</span>
          <button type="button" onClick={() => void sweep.discard()}>
            Discard {formatCount(finished)} runs
          </button>
          <button type="button" onClick={() => setAsksToDiscard(false)}>
            Keep them
          </button>
        </fieldset>
      )}
      {phase === 'paused' && finished < total && (
        <p className="map-hint">
          Finished runs stay when you leave the page; runs in progress would begin again.
        </p>
      )}
      <div role="alert">{problem !== undefined && <p className="notice">{problem}</p>}</div>
      {notice !== undefined && <p className="notice">{notice}</p>}
      {place !== undefined && (
        <p className="map-hint">
          On {place.device}
          {place.together > 1 ? `, ${place.together} networks in the same launches` : ''}.
        </p>
      )}
      {plan !== undefined && (
        <details className="map-details">
          <summary>The same on a cluster</summary>
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
  if (phase === 'starting') return 'starting …';
  if (phase === 'paused') return finished === total ? 'finished' : 'paused';
  if (phase === 'done') return 'finished';
  if (phase === 'failed') return 'stopped';
  return secondsLeft === undefined ? 'measuring …' : `at most ${formatDuration(secondsLeft)} left`;
}

/** What is announced: the beginning, the end, and what stopped it. */
function phaseNews({ phase, total }: SweepState): string {
  if (phase === 'running') return `Training ${total} runs.`;
  return phase === 'done' ? `All ${total} runs have finished.` : '';
}
