/** Threads, the same in the browser (workers) and in Node (worker threads). */
import { words } from './words.ts';

/** A thread, seen from the one that started it. */
export interface Thread {
  /** What Comlink speaks through. */
  readonly endpoint: ThreadEndpoint;
  /** Whether the program is to go on for as long as the thread does. It is not at first. */
  keepAlive(wanted: boolean): void;
  /** Ends it at once, whatever it is doing. */
  terminate(): void;
}

/** Sends and receives messages, as browsers do it. */
export interface ThreadEndpoint {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type WorkerThreads = typeof import('node:worker_threads');

/** True in Node, where a thread is not a `Worker` of the browser's kind. */
function nodeThreads(): WorkerThreads | undefined {
  return globalThis.process?.getBuiltinModule?.('node:worker_threads');
}

/**
 * Starts a thread.
 *
 * @param startInBrowser makes the worker; bundlers need to see its address where it is made
 * @param entry the same file, for Node
 * @param onFailure told once when the thread could not start, or died
 */
export function startThread(
  startInBrowser: () => Worker,
  entry: URL,
  onFailure: (reason: string) => void,
): Thread {
  const threads = nodeThreads();
  if (threads === undefined) {
    const worker = startInBrowser();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      onFailure(event.message || words('notLoaded'));
    });
    return { endpoint: worker, keepAlive: () => undefined, terminate: () => worker.terminate() };
  }
  const worker = new threads.Worker(new URL('./node-thread.mjs', import.meta.url), {
    workerData: { entry: entry.href },
  });
  worker.on('error', (error) => onFailure(error.message));
  worker.on('exit', () => onFailure(words('ended')));
  worker.unref();
  return {
    endpoint: endpointOf(worker, () => worker.unref()),
    keepAlive: (wanted) => (wanted ? worker.ref() : worker.unref()),
    terminate: () => void worker.terminate(),
  };
}

/** The way from a thread to the one that started it. */
export function parentEndpoint(): ThreadEndpoint {
  const parent = nodeThreads()?.parentPort;
  return parent ? endpointOf(parent) : (globalThis as unknown as ThreadEndpoint);
}

/** The first message a thread is sent. */
export function firstMessage<Message>(): Promise<Message> {
  const parent = parentEndpoint();
  return new Promise((resolve) => {
    const listener = (event: MessageEvent) => {
      parent.removeEventListener('message', listener);
      resolve(event.data as Message);
    };
    parent.addEventListener('message', listener);
  });
}

/** Number of threads that can run at the same time here, at least 1. */
export function processorCount(): number {
  const os = globalThis.process?.getBuiltinModule?.('node:os');
  return os?.availableParallelism() ?? globalThis.navigator?.hardwareConcurrency ?? 1;
}

/** True where threads can work on one memory: in Node, and on a page that is isolated. */
export function canShareMemory(): boolean {
  return typeof SharedArrayBuffer !== 'undefined' && (globalThis.crossOriginIsolated ?? true);
}

interface NodePort {
  postMessage(
    message: unknown,
    transfer?: readonly import('node:worker_threads').Transferable[],
  ): void;
  on(type: 'message', listener: (data: unknown) => void): unknown;
  off(type: 'message', listener: (data: unknown) => void): unknown;
}

/** @param afterListening Node keeps a program alive for a listener, wanted or not */
function endpointOf(port: NodePort, afterListening?: () => void): ThreadEndpoint {
  const listeners = new Map<(event: MessageEvent) => void, (data: unknown) => void>();
  return {
    postMessage: (message, transfer = []) =>
      port.postMessage(message, transfer as import('node:worker_threads').Transferable[]),
    addEventListener(type, listener) {
      const own = (data: unknown) => listener({ data } as MessageEvent);
      listeners.set(listener, own);
      port.on(type, own);
      afterListening?.();
    },
    removeEventListener(type, listener) {
      const own = listeners.get(listener);
      if (own !== undefined) port.off(type, own);
      listeners.delete(listener);
    },
  };
}
