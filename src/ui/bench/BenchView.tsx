/** The benchmark: how fast training is on this machine, side by side with other ways to train. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
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
        {phase === 'cancelled' && 'The benchmark was cancelled.'}
        {phase === 'failed' && problem}
      </p>
      {result?.cases.map((measured) => (
        <BenchTable key={measured.reference ?? 'none'} result={measured} />
      ))}
      {result !== undefined && <CopyButtons result={result} />}
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
