/**
 * The only text that this page ever makes code of is the address of a worker. Where the policy of the
 * page is enforced (src/setup/policy.ts), browsers with Trusted Types ask here before they start one;
 * nothing else passes, for nothing else is answered.
 */

/** What this file uses of the browser's `trustedTypes`, which TypeScript does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: 'default',
    rules: { readonly createScriptURL: (address: string) => string | undefined },
  ): unknown;
}

/** Names the bundler gives to files with code. */
const scriptName = /^[\w-]+\.js$/;

/**
 * Lets this thread start workers. Called once, in the page and in every worker that has workers.
 *
 * @param fromMemory also those that a package keeps as text: only the benchmark needs that, for jax-js
 */
export function trustWorkerScripts({ fromMemory = false } = {}): void {
  const { trustedTypes, location } = globalThis as {
    trustedTypes?: TrustedTypes;
    location?: Location;
  };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => {
      const isOurs =
        isBuiltScript(address, import.meta.url) ||
        isServiceWorker(address, import.meta.url) ||
        (fromMemory && address.startsWith(`blob:${location?.origin}/`));
      return isOurs ? address : undefined;
    },
  });
}

/**
 * True for a script that lies beside another: all code of the built page is in one folder. (While it is
 * developed it is not, but no policy is enforced then, and nobody asks.)
 */
export function isBuiltScript(address: string, beside: string): boolean {
  const folder = new URL('.', beside).href;
  return address.startsWith(folder) && scriptName.test(address.slice(folder.length));
}

/** True for the service worker: it lies above the folder of the code, beside the page. */
export function isServiceWorker(address: string, beside: string): boolean {
  return address === new URL('../service-worker.js', beside).href;
}
