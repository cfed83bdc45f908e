/** Where the network trains, why there, and the choice to train elsewhere. */
import { useId } from 'react';
import { newestStep } from '../../state/selectors.ts';
import type { BackendRequest } from '../../state/url.ts';
import { usePage, usePageState } from '../hooks/page.ts';

const choices: readonly { readonly value: BackendRequest; readonly label: string }[] = [
  { value: 'auto', label: 'automatic' },
  { value: 'webgpu', label: 'WebGPU' },
  { value: 'webgl', label: 'WebGL' },
  { value: 'wasm', label: 'WebAssembly' },
  { value: 'cpu', label: 'plain JavaScript' },
];

const labels = Object.fromEntries(choices.map(({ value, label }) => [value, label]));

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
        <label htmlFor={id}>Train on</label>
        <select
          id={id}
          value={requested}
          onChange={(event) => {
            const chosen = event.target.value as BackendRequest;
            store.setState(({ page }) => ({ page: { ...page, backend: chosen } }));
          }}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <p className="setting-about">
        {backend === undefined
          ? 'Train tries your GPU against your processor and takes the faster one; without a usable GPU the processor trains, on two threads where that helps.'
          : `This run: ${labels[backend.name] ?? backend.name}${backend.device === labels[backend.name] ? '' : ` (${backend.device})`}. ${backend.reason}`}
        {isForNextRun && ` Press Reset to train on ${labels[requested]} instead.`}
      </p>
    </div>
  );
}
