/** Plays a recorded run, or trains one in the reader's browser; with the timeline, one can look back. */

import { findRecordedRun } from '../../model/recorded-runs.ts';
import { createTimelineFigure } from '../../plots/curves.ts';
import { embeddedFigure } from '../../state/embedding/figures.ts';
import { isRecording } from '../../state/selectors.ts';
import { settingsDiffer } from '../../state/store.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { historyDependencies, runHistory } from '../figures/run-history.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState, useRunPage } from '../hooks/page.ts';

/** One button, the timeline, and in words whose run it is. */
export function Player() {
  const { controller } = useRunPage();
  const host = useFigure(
    (element) => createTimelineFigure(element, { onScrub: (step) => controller.view(step) }),
    runHistory,
    historyDependencies,
  );
  const name = usePageState(({ page }) => page.embed);
  const isRecorded = usePageState(isRecording);
  if (isRecorded && name !== '' && embeddedFigure(name).subject === 'network') {
    return (
      <p className="embed-run">
        <RunWords />, at its last step
      </p>
    );
  }
  return (
    <section className="embed-player" aria-label="Play">
      <PlayButton />
      <div ref={host} className="embed-timeline" />
      <p className="embed-run">
        <RunWords />
      </p>
    </section>
  );
}

function PlayButton() {
  const { controller, replay } = useRunPage();
  const status = usePageState((state) => state.status);
  const replaying = usePageState((state) => state.replaying);
  const differs = usePageState(settingsDiffer);
  const awaited = usePageState(({ awaitedRun }) => awaitedRun);
  const canReplay = usePageState(
    ({ picturesOnly, timeline }) => picturesOnly && timeline.length > 1,
  );
  if (awaited !== '') {
    return (
      <ActionButton className="embed-play" unavailable onPress={() => undefined}>
        Loading …
      </ActionButton>
    );
  }
  if (status === 'loading') {
    return (
      <ActionButton className="embed-play" onPress={() => controller.cancel()}>
        Cancel
      </ActionButton>
    );
  }
  if (status === 'training') {
    return (
      <ActionButton className="embed-play" onPress={() => void controller.pause()}>
        ❚❚ Pause
      </ActionButton>
    );
  }
  if (canReplay && !differs) {
    return (
      <ActionButton
        className="embed-play"
        onPress={() => (replaying ? replay.stop() : replay.play())}
      >
        {replaying ? '❚❚ Pause' : '▶ Play'}
      </ActionButton>
    );
  }
  return (
    <ActionButton
      className="embed-play"
      unavailable={status === 'done' && !differs}
      onPress={() => void controller.train()}
    >
      {status === 'done' && !differs ? 'Finished' : '▶ Train'}
    </ActionButton>
  );
}

/** Whether it is recorded or trained here, and with which settings. */
function RunWords() {
  const name = usePageState(({ page, awaitedRun }) => awaitedRun || page.run);
  const configuration = usePageState((state) => state.configuration);
  const run = usePageState((state) => state.runConfiguration);
  const rate = usePageState((state) => state.stepsPerSecond);
  const isTraining = usePageState((state) => state.status === 'training');
  const differs = usePageState(settingsDiffer);
  const words = settingsInWords(run ?? configuration, true);
  if (run !== undefined && differs) {
    return (
      <>
        On screen: {words}. Train makes one with {settingsInWords(configuration, true)}.
      </>
    );
  }
  if (name !== '') {
    return (
      <>
        Recorded run ({findRecordedRun(name)?.label}): {words}
      </>
    );
  }
  if (run === undefined) return <>Trains in your browser: {words}</>;
  return (
    <>
      Trained in your browser: {words}
      {isTraining && rate > 0 && ` · ${formatCount(rate)} steps/s`}
    </>
  );
}
