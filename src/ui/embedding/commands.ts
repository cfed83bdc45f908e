/** What the page around an embedded figure can ask of it. */
import type { HostMessage } from '../../embed/contract.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { nothingOnScreen } from '../../state/run-without-network.ts';
import { isRecording } from '../../state/selectors.ts';
import { decodeAddress, encodeAddress } from '../../state/url.ts';
import type { RunPage } from '../hooks/page.ts';
import { keptStep, showRecorded } from '../open-addressed.ts';
import type { Rest } from './unseen.ts';

/** A flood of settings that make no sense is not kept for ever. */
const mostNotices = 20;

/** Carries out what is asked. */
export interface Commands {
  obey(message: HostMessage): void;
}

/** For one figure. @param opening fulfilled when what its address asks for is on screen */
export function createCommands(page: RunPage, rest: Rest, opening: Promise<void>): Commands {
  const { store, controller, replay } = page;

  function play(): void {
    const { timeline, picturesOnly, page: settings } = store.getState();
    const isRecorded = settings.run !== '' || (picturesOnly && timeline.length > 1);
    if (isRecorded) replay.play();
    else void controller.train();
  }

  /** Fulfilled when the recording that was asked for last is on screen, or could not be had. */
  let opened = opening;
  /** Runs and steps are those of what is on its way. */
  const afterwards = (act: () => void) => {
    opened = opened.then(act);
  };

  return {
    obey(message) {
      switch (message.kind) {
        case 'play':
          afterwards(play);
          break;
        case 'train':
          afterwards(() => {
            replay.stop();
            void controller.train();
          });
          break;
        case 'pause':
          afterwards(() => {
            rest.forget();
            replay.stop();
            void controller.pause();
          });
          break;
        case 'seek':
          afterwards(() => {
            replay.stop();
            const { step } = message;
            controller.view(step === null ? null : keptStep(store.getState(), step));
          });
          break;
        case 'theme':
          store.setState(({ page: settings }) =>
            settings.theme === message.theme ? {} : { page: { ...settings, theme: message.theme } },
          );
          break;
        case 'settings': {
          const run = changeSettings(page, message.settings);
          if (run !== undefined) opened = opened.then(() => showRecorded(page, run));
          break;
        }
        default:
          break;
      }
    },
  };
}

/**
 * Changes settings by their names in the address; an empty value is the usual one.
 *
 * @returns name of a recorded run that is to be shown
 */
function changeSettings(
  page: RunPage,
  changes: Readonly<Record<string, string>>,
): string | undefined {
  const { store, controller } = page;
  const { configuration, page: settings } = store.getState();
  const parameters = new URLSearchParams(encodeAddress(configuration, settings));
  // The recording is another one, or none: that is not a setting like the others.
  parameters.delete('run');
  for (const [name, value] of Object.entries(changes)) {
    if (name === 'embed' || name === 'view') continue;
    if (value === '') parameters.delete(name);
    else parameters.set(name, value);
  }
  const decoded = decodeAddress(parameters.toString());
  const { run } = decoded.page;
  const { theme, embed, view, step } = settings;
  const changed = Object.entries(decoded.configuration).filter(
    ([key, value]) => value !== configuration[key as keyof RunConfiguration],
  );
  if (changed.length > 0) controller.change(Object.fromEntries(changed));
  store.setState(({ notices }) => ({
    page: { ...decoded.page, run: settings.run, theme, embed, view, step, autorun: false },
    // What was said of a setting is settled by its new value.
    notices: [
      ...notices.filter(({ name }) => !Object.hasOwn(changes, name)),
      ...decoded.problems,
    ].slice(-mostNotices),
  }));
  if (run !== '' && run !== settings.run) return run;
  if (run === '' && Object.hasOwn(changes, 'run') && isRecording(store.getState())) {
    store.setState((state) => ({ ...nothingOnScreen, page: { ...state.page, run: '' } }));
  }
  return undefined;
}
