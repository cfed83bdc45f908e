import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { WaitingAnswers } from '../../../src/engine/threads/waiting-answers.ts';

const never = () => new Promise<never>(() => undefined);

describe('those who wait for answers', () => {
  it('get them, and are counted only until then', async () => {
    const answers = new WaitingAnswers();
    const right = answers.until(Promise.resolve(7));
    const wrong = answers.until(Promise.reject(new Error('It does not fit.')));
    expect(answers.count).toBe(2);
    await expect(right).resolves.toBe(7);
    await expect(wrong).rejects.toThrow('It does not fit.');
    expect(answers.count).toBe(0);
    answers.fail(new Error('It ended.'));
    await expect(right).resolves.toBe(7);
  });

  it('all hear of a failure, also those who ask afterwards', async () => {
    const answers = new WaitingAnswers();
    const waiting = [never(), never(), never()].map((answer) => answers.until(answer));
    const heard = Promise.allSettled(waiting);
    const failure = new Error('It ended.');
    answers.fail(failure);
    answers.fail(new Error('It was let go.'));
    expect(await heard).toEqual(waiting.map(() => ({ status: 'rejected', reason: failure })));
    expect(answers.count).toBe(0);
    await expect(answers.until(never())).rejects.toBe(failure);
    expect(answers.count).toBe(0);
  });

  it('keep nothing of what was answered', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const answers = new WaitingAnswers();
    const ask = async () => new WeakRef(await answers.until(Promise.resolve(new Float32Array(9))));
    const answered = await Promise.all([ask(), ask(), ask()]);
    // What a weak reference has shown stays until the task ends.
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    expect(answered.map((answer) => answer.deref())).toEqual([undefined, undefined, undefined]);
    expect(answers.count).toBe(0);
  });
});
