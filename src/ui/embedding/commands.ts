/** What the page around an embedded figure can ask of it. */
import type { HostMessage } from '../../embed/contract.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { nothingOnScreen } from '../../state/run-without-network.ts';
import { isRecording } from '../../state/selectors.ts';
import { decodeAddress, encodeAddress } from '../../state/url.ts';
import type { RunPage } from '../hooks/page.ts';
import { showRecorded } from '../open-addressed.ts';
import type { Rest } from './unseen.ts';

/** Carries out what is asked. */
export interface Commands {
  obey(message: HostMessage): void;
}

/** For one figure. */
export function createCommands(page: RunPage, rest: Rest): Commands {
  const { store, controller, replay } = page;

  function play(): void {
    const { timeline, picturesOnly, page: settings } = store.getState();
    const isRecorded = settings.run !== '' || (picturesOnly && timeline.length > 1);
    if (isRecorded) replay.play();
    else void controller.train();
  }

  return {
    obey(message) {
      switch (message.kind) {
        case 'play':
          play();
          break;
        case 'train':
          replay.stop();
          void controller.train();
          break;
        case 'pause':
          rest.forget();
          replay.stop();
          void controller.pause();
          break;
        case 'seek':
          replay.stop();
          controller.view(message.step);
          break;
        case 'theme':
          store.setState(({ page: settings }) => ({
            page: { ...settings, theme: message.theme },
          }));
          break;
        case 'settings':
          changeSettings(page, message.settings);
          break;
        default:
          break;
      }
    },
  };
}

/** Changes settings by their names in the address; an empty value is the usual one. */
function changeSettings(page: RunPage, changes: Readonly<Record<string, string>>): void {
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
    notices: [...notices.filter(({ name }) => !Object.hasOwn(changes, name)), ...decoded.problems],
  }));
  if (run !== '' && run !== settings.run) void showRecorded(page, run);
  else if (run === '' && Object.hasOwn(changes, 'run') && isRecording(store.getState())) {
    store.setState((state) => ({ ...nothingOnScreen, page: { ...state.page, run: '' } }));
  }
}
