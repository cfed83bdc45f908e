/** The benchmark: how fast training is on this machine, side by side with other ways to train. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { BrowserBenchmark } from '../../state/benchmark.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { BenchTable } from './BenchTable.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { machineInWords } from './machine.ts';

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
      <h2 id="bench-title">How fast is training here?</h2>
      <p className="bench-explanation">
        The same network (p = {p}, width {width}, attention rate {attentionRate}), from the same
        first weights, trained in turns by this page’s own engine, by TensorFlow.js’ operations
        (gradients by hand and automatic) and by jax-js; on the GPU too where the browser offers
        one. It takes from a few seconds to a minute and sends nothing anywhere
        {training ? ', and pauses the run' : ''}.
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
          Run the benchmark
        </ActionButton>
        {phase !== 'running' && (
          <label className="bench-late">
            <input
              type="checkbox"
              checked={late}
              onChange={({ currentTarget }) => setLate(currentTarget.checked)}
            />
            also at step 1,500: a minute or two more
          </label>
        )}
        {phase === 'running' && <Progress />}
      </div>
      <p className="bench-machine">
        {machineInWords(navigator.userAgent, navigator.hardwareConcurrency)}
      </p>
      <p role="status" className="bench-outcome">
        {phase === 'done' && `Done in ${result?.seconds.toFixed(1)} seconds.`}
        {phase !== 'running' &&
          isOther(result, configuration) &&
          ' The table below was measured with other settings; run it again for these.'}
        {phase === 'cancelled' && 'The benchmark was cancelled.'}
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
      <progress aria-label="Benchmark" value={fraction} max={1} />
      <span>{text}</span>
      <button type="button" className="link-button" onClick={() => benchmark.cancel()}>
        Cancel
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
          Fastest here: {fastest.label} on {fastest.runsOn}, {fastest.early.median.toPrecision(3)}{' '}
          milliseconds a step.
        </p>
      )}
      <p>
        Each time is the median of a few turns, with the shortest and the longest of them below it.
        Launches are the operations a library hands to the device for one step. Losses agree when
        all compute the same numbers, step for step.
      </p>
    </div>
  );
}
