/** The benchmark: how fast training is on this machine, side by side with other ways to train. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { formatDecimals } from '../../messages/numbers.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { BrowserBenchmark } from '../../state/benchmark.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { BenchTable } from './BenchTable.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { machineInWords } from './machine.ts';
import { threeDigits, words } from './words.ts';

/** Everything of the view. */
export function BenchView() {
  const { benchmark, controller } = usePage();
  const { phase, result, problem } = useStore(benchmark.state);
  const configuration = usePageState((state) => state.configuration);
  const training = usePageState(({ status }) => status === 'training');
  const { p, width, attentionRate } = configuration;
  const [late, setLate] = useState(false);
  // Whoever leaves the view wants the machine for something else.
  useEffect(() => () => benchmark.cancel(), [benchmark]);

  return (
    <section className="card bench" aria-labelledby="bench-title">
      <h2 id="bench-title">{words('title')}</h2>
      <p className="bench-explanation">
        {words('explanation', { p, width, attentionRate, training: training ? 'yes' : 'no' })}
      </p>
      <div className="bench-actions">
        <ActionButton
          className="primary-button"
          unavailable={phase === 'running'}
          onPress={() => {
            if (training) controller.pause();
            void benchmark.run(configuration, late);
          }}
        >
          {words('runBenchmark')}
        </ActionButton>
        {phase !== 'running' && (
          <label className="bench-late">
            <input
              type="checkbox"
              checked={late}
              onChange={({ currentTarget }) => setLate(currentTarget.checked)}
            />
            {words('alsoLate')}
          </label>
        )}
        {phase === 'running' && <Progress />}
      </div>
      <p className="bench-machine">
        {machineInWords(navigator.userAgent, navigator.hardwareConcurrency)}
      </p>
      <p role="status" className="bench-outcome">
        {phase === 'done' && words('done', { seconds: formatDecimals(result?.seconds ?? 0, 1) })}
        {phase !== 'running' && isOther(result, configuration) && ` ${words('otherSettings')}`}
        {phase === 'cancelled' && words('cancelled')}
        {phase === 'failed' && problem}
      </p>
      {result?.cases.map((measured) => (
        <BenchTable key={measured.reference ?? 'none'} result={measured} />
      ))}
      {result !== undefined && (
        <>
          <Summary result={result} />
          <CopyButtons result={result} />
        </>
      )}
    </section>
  );
}

function Progress() {
  const { benchmark } = usePage();
  const { text, fraction } = useStore(benchmark.state, ({ progress }) => progress);
  return (
    <div className="analysis-progress">
      <progress aria-label={words('benchmark')} value={fraction} max={1} />
      <span>{text}</span>
      <button type="button" className="link-button" onClick={() => benchmark.cancel()}>
        {words('cancel')}
      </button>
    </div>
  );
}

/** True when the result on screen is of other settings than the page's. */
function isOther(result: BrowserBenchmark | undefined, configuration: RunConfiguration): boolean {
  const [first] = result?.cases ?? [];
  if (first === undefined) return false;
  const { p, width, attentionRate } = configuration;
  return first.p !== p || first.width !== width || first.attention !== attentionRate;
}

/** The outcome in one sentence, and what the columns mean. */
function Summary({ result }: { readonly result: BrowserBenchmark }) {
  const measured = result.cases
    .flatMap(({ contenders }) => contenders)
    .filter((contender) => contender.measured)
    .sort((left, right) => left.early.median - right.early.median);
  const [fastest] = measured;
  return (
    <div className="bench-explanation">
      {fastest !== undefined && (
        <p>
          {words('fastest', {
            label: fastest.label,
            place: fastest.runsOn,
            time: threeDigits(fastest.early.median),
          })}
        </p>
      )}
      <p>{words('columns')}</p>
    </div>
  );
}
