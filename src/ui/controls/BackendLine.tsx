/** Where the network trains, why there, and the choice to train elsewhere. */
import { useId } from 'react';
import english from '../../messages/en/ui/controls/backend-line.json';
import { createWords } from '../../messages/words.ts';
import { newestStep } from '../../state/selectors.ts';
import type { ActiveBackend } from '../../state/store.ts';
import type { BackendRequest } from '../../state/url.ts';
import { Help } from '../help/Help.tsx';
import { usePage, usePageState } from '../hooks/page.ts';

const words = createWords('ui/controls/backend-line', english);

const choices: readonly BackendRequest[] = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'];

const properNames = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly' } as const;

/** What a backend is called. */
function labelOf(backend: BackendRequest): string {
  return backend === 'auto' || backend === 'cpu' ? words(backend) : properNames[backend];
}

/** Where the present run trains, and why there. */
function inWords({ name, device, reason }: ActiveBackend): string {
  const backend = labelOf(name);
  // Plain JavaScript has no device of its own.
  const isAllSaid = name === 'cpu' || device === backend;
  return words(isAllSaid ? 'thisRun' : 'thisRunOnDevice', { backend, device, reason });
}

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
              {labelOf(choice)}
            </option>
          ))}
        </select>
      </div>
      <p className="setting-about">
        {isForNextRun
          ? words('forNextRun', { thisRun: inWords(backend), backend: labelOf(requested) })
          : backend === undefined
            ? words('beforeRun')
            : inWords(backend)}
      </p>
    </div>
  );
}
