/** First file of a thread in Node: makes it read TypeScript and message files, then loads what it is to run. */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import('../../messages/in-node.ts');
await import(workerData.entry);
