import { afterEach, describe, expect, it } from 'vitest';
import { createRunController, type RunController } from '../../src/state/run-controller.ts';
import { createPageStore, type PageStore } from '../../src/state/store.ts';
import { createTrainingWorker } from '../../src/worker/run-host.ts';

let controller: RunController;
let store: PageStore;

/** A page whose runs are really trained, to step 10. */
function createPage(): void {
  store = createPageStore('p=5&width=16&steps=10&backend=wasm');
  controller = createRunController(store, {
    createWorker: () => ({ ...createTrainingWorker(), terminate: () => undefined }),
    newIdentity: () => 'a run',
    afterDrawing: async () => undefined,
  });
}

afterEach(() => controller.dispose());

/** Step of the weights of the run that can be brought back. */
const earlierStep = async () =>
  (await controller.weightsNear(store.getState().earlier?.shownRun ?? 0, 10))?.step;
const shownStep = async () => (await controller.weightsNear(store.getState().shownRun, 10))?.step;

describe('the weights of the run that can be brought back', () => {
  it('are there after a reset', async () => {
    createPage();
    await controller.train();
    await controller.reset();
    expect([await earlierStep(), await shownStep()]).toEqual([10, 0]);
  });

  it('are there after several resets in which nothing was trained', async () => {
    createPage();
    await controller.train();
    for (let repeat = 0; repeat < 3; repeat++) await controller.reset();
    expect(store.getState().earlier?.shownRun).toBe(1);
    expect([await earlierStep(), await shownStep()]).toEqual([10, 0]);
  });

  it('are there when it was brought back and another run followed', async () => {
    createPage();
    await controller.train();
    await controller.newSeed(2);
    await controller.train();
    controller.bringBack();
    expect(await shownStep()).toBe(10);
    await controller.reset();
    expect(store.getState().earlier?.shownRun).toBe(1);
    expect([await earlierStep(), await shownStep()]).toEqual([10, 0]);
  });
});
