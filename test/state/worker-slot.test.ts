import { describe, expect, it } from 'vitest';
import { WorkerSlot } from '../../src/state/worker-slot.ts';
import { FakeWorker } from './fake-worker.ts';

/** A slot with all workers it has started, and what it told of their deaths. */
function testSlot() {
  const workers: FakeWorker[] = [];
  const told: string[] = [];
  const slot = new WorkerSlot(
    (onCrash) => {
      const worker = new FakeWorker(onCrash, false);
      workers.push(worker);
      return worker;
    },
    (message) => told.push(message),
  );
  return { slot, workers, told };
}

describe('the place of the worker', () => {
  it('is empty until one is needed, and has one then', () => {
    const { slot, workers } = testSlot();
    expect(slot.present).toBeUndefined();
    slot.end();
    expect(workers).toHaveLength(0);
    const worker = slot.handle();
    expect(slot.handle()).toBe(worker);
    expect(slot.present).toBe(worker);
    expect(workers).toEqual([worker]);
  });

  it('is empty again when the worker was ended or has died', () => {
    const { slot, workers, told } = testSlot();
    slot.handle();
    slot.end();
    expect(slot.present).toBeUndefined();
    slot.handle();
    workers[1]?.crash('It has stopped.');
    expect(slot.present).toBeUndefined();
    expect(told).toEqual(['It has stopped.']);
    expect(workers.map(({ calls }) => calls)).toEqual([['terminate'], ['terminate']]);
  });

  it('hears nothing of the death of one that was ended on purpose, or that has died before', () => {
    const { slot, workers, told } = testSlot();
    slot.handle();
    slot.end();
    workers[0]?.crash('Late.');
    slot.handle();
    workers[0]?.crash('Later.');
    expect(slot.present).toBe(workers[1]);
    workers[1]?.crash('It has stopped.');
    workers[1]?.crash('It has stopped.');
    expect(told).toEqual(['It has stopped.']);
  });

  it('stays empty where no worker can be started', () => {
    const slot = new WorkerSlot(
      () => {
        throw new Error('Not here.');
      },
      () => expect.fail('There is nobody who could die.'),
    );
    expect(() => slot.handle()).toThrow('Not here.');
    expect(slot.present).toBeUndefined();
  });
});
