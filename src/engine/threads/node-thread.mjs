/** First file of a thread in Node: makes it read TypeScript, then loads what it is to run. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.entry);
