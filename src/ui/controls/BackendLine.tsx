/** Where the network trains, why there, and the choice to train elsewhere. */
import { useId } from 'react';
import { newestStep } from '../../state/selectors.ts';
import type { BackendRequest } from '../../state/url.ts';
import { AboutButton } from '../about/AboutButton.tsx';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';
import { backendInWords, backendLabel, words } from './backend-words.ts';

const choices: readonly BackendRequest[] = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'];

/** Backend in use and how it was chosen. */
export function BackendLine() {
  const { store } = usePage();
  const requested = usePageState((state) => state.page.backend);
  const backend = usePageState((state) => state.backend);
  const isUnderWay = usePageState((state) => newestStep(state) > 0);
  const isForNextRun =
    backend?.asRequested === true &&
    requested !== 'auto' &&
    requested !== backend.name &&
    isUnderWay;
  const id = useId();
  return (
    <div className="setting backend-line">
      <div className="setting-line">
        <span className="help-label">
          <label htmlFor={id}>{words('trainOn')}</label>
          <Help topic="backend" />
        </span>
        <select
          id={id}
          value={requested}
          onChange={(event) => {
            const chosen = event.target.value as BackendRequest;
            store.setState(({ page }) => ({ page: { ...page, backend: chosen } }));
          }}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {backendLabel(choice)}
            </option>
          ))}
        </select>
      </div>
      <p className="setting-about">
        {isForNextRun
          ? words('forNextRun', {
              thisRun: backendInWords(backend),
              backend: backendLabel(requested),
            })
          : backend === undefined
            ? words('beforeRun')
            : backendInWords(backend)}
      </p>
      <p className="setting-about">
        <AboutButton label={words('report')} />
      </p>
    </div>
  );
}
