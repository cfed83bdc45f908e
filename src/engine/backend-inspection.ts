/** What is known of a backend before it is used. */
import type { BackendName } from './training-engine.ts';

/** A backend that can be used here, or the reason why it cannot. */
export type BackendInspection =
  | {
      readonly backend: BackendName;
      readonly available: true;
      /** Name of the device for people, for example "Apple M2" or "WebAssembly SIMD". */
      readonly device: string;
      /** True for a GPU that is simulated on the CPU, which is slower than WebAssembly. */
      readonly software: boolean;
    }
  | { readonly backend: BackendName; readonly available: false; readonly reason: string };

/** True for the names software renderers give themselves. */
export function isSoftwareDevice(name: string): boolean {
  return /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render|microsoft basic/i.test(name);
}
