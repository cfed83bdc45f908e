/** Plays a recorded run, or trains one in the reader's browser; with the timeline, one can look back. */

import { findRecordedRun } from '../../model/recorded-runs.ts';
import { createTimelineFigure } from '../../plots/timeline-figure.ts';
import { embeddedFigure } from '../../state/embedding/figures.ts';
import { isRecording } from '../../state/selectors.ts';
import { settingsDiffer } from '../../state/store.ts';
import { ActionButton } from '../controls/ActionButton.tsx';
import { historyDependencies, runHistory } from '../figures/run-history.ts';
import { formatCount, settingsInWords } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { usePageState, useRunPage } from '../hooks/page.ts';
import { words } from './words.ts';

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
    return <RunWords atLastStep />;
  }
  return (
    <section className="embed-player" aria-label={words('player')}>
      <PlayButton />
      <div ref={host} className="embed-timeline" />
      <RunWords atLastStep={false} />
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
        {words('loading')}
      </ActionButton>
    );
  }
  if (status === 'loading') {
    return (
      <ActionButton className="embed-play" onPress={() => controller.cancel()}>
        {words('cancel')}
      </ActionButton>
    );
  }
  if (status === 'training') {
    return (
      <ActionButton className="embed-play" onPress={() => void controller.pause()}>
        {words('pause')}
      </ActionButton>
    );
  }
  if (canReplay && !differs) {
    return (
      <ActionButton
        className="embed-play"
        onPress={() => (replaying ? replay.stop() : replay.play())}
      >
        {words(replaying ? 'pause' : 'play')}
      </ActionButton>
    );
  }
  return (
    <ActionButton
      className="embed-play"
      unavailable={status === 'done' && !differs}
      onPress={() => void controller.train()}
    >
      {words(status === 'done' && !differs ? 'finished' : 'train')}
    </ActionButton>
  );
}

function RunWords({ atLastStep }: { readonly atLastStep: boolean }) {
  const run = useRunInWords();
  return <p className="embed-run">{atLastStep ? words('atLastStep', { run }) : run}</p>;
}

/** Whether it is recorded or trained here, and with which settings. */
function useRunInWords(): string {
  const name = usePageState(({ page, awaitedRun }) => awaitedRun || page.run);
  const configuration = usePageState((state) => state.configuration);
  const run = usePageState((state) => state.runConfiguration);
  const rate = usePageState((state) => state.stepsPerSecond);
  const isTraining = usePageState((state) => state.status === 'training');
  const differs = usePageState(settingsDiffer);
  const settings = settingsInWords(run ?? configuration, true);
  if (run !== undefined && differs) {
    const wanted = settingsInWords(configuration, true);
    return words('onScreen', { shown: settings, wanted });
  }
  if (name !== '') {
    return words('recorded', { label: findRecordedRun(name)?.label ?? '', settings });
  }
  if (run === undefined) return words('trains', { settings });
  return isTraining && rate > 0
    ? words('trainedAtRate', { settings, rate: formatCount(rate) })
    : words('trained', { settings });
}
