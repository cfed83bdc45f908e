/** What backends are called, and where the present run trains. */
import english from '../../messages/en/ui/controls/backend-line.json';
import { createWords } from '../../messages/words.ts';
import type { ActiveBackend } from '../../state/store.ts';
import type { BackendRequest } from '../../state/url.ts';

export const words = createWords('ui/controls/backend-line', english);

const properNames = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly' } as const;

/** What a backend is called. */
export function backendLabel(backend: BackendRequest): string {
  return backend === 'auto' || backend === 'cpu' ? words(backend) : properNames[backend];
}

/** Where the present run trains, and why there. */
export function backendInWords({ name, device, reason }: ActiveBackend): string {
  const backend = backendLabel(name);
  // Plain JavaScript has no device of its own.
  const isAllSaid = name === 'cpu' || device === backend;
  return words(isAllSaid ? 'thisRun' : 'thisRunOnDevice', { backend, device, reason });
}
