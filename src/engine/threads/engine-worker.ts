/** Thread entry: trains networks for another thread. */
import * as Comlink from 'comlink';
import { inLanguageOfPage } from '../../messages/in-worker.ts';
import { createEngine, type EngineKind } from '../engines.ts';
import type { EngineMemory, EngineStart, TrainingEngine } from '../training-engine.ts';
import { parentEndpoint } from './thread.ts';
import { words } from './words.ts';

/** What can be asked of the thread: an engine's methods, by the number it was given. */
export interface EngineHost {
  create(kind: EngineKind, start: EngineStart): Promise<{ engine: number; memory: EngineMemory }>;
  advance(engine: number, count: number): ReturnType<TrainingEngine['advance']>;
  evaluate(engine: number): ReturnType<TrainingEngine['evaluate']>;
  logits(engine: number): ReturnType<TrainingEngine['logits']>;
  gradients(engine: number): ReturnType<TrainingEngine['gradients']>;
  parameters(engine: number): ReturnType<TrainingEngine['parameters']>;
  state(engine: number): ReturnType<TrainingEngine['state']>;
  dispose(engine: number): void;
}

const engines = new Map<number, TrainingEngine>();
let created = 0;

function engineOf(number: number): TrainingEngine {
  const engine = engines.get(number);
  if (engine === undefined) throw new Error(words('letGo'));
  return engine;
}

const host: EngineHost = {
  async create(kind, start) {
    const engine = await createEngine(kind, start);
    created += 1;
    engines.set(created, engine);
    return { engine: created, memory: engine.memory() };
  },
  advance: (engine, count) => engineOf(engine).advance(count),
  evaluate: (engine) => engineOf(engine).evaluate(),
  logits: (engine) => engineOf(engine).logits(),
  gradients: (engine) => engineOf(engine).gradients(),
  parameters: (engine) => engineOf(engine).parameters(),
  state: (engine) => engineOf(engine).state(),
  dispose(engine) {
    engines.get(engine)?.dispose();
    engines.delete(engine);
  },
};

Comlink.expose(inLanguageOfPage(host), parentEndpoint() as Comlink.Endpoint);
