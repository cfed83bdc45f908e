import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseBackend } from '../../src/engine/backend-choice.ts';
import { explainFailure } from '../../src/engine/failure.ts';
import { chooseToSpeak } from '../../src/messages/choose.ts';
import { speak } from '../../src/messages/words.ts';
import { createRecordingWorker } from '../../src/worker/recording-host.ts';
import { divergedMessage, recoveredMessage } from '../../src/worker/run-messages.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

beforeEach(() => chooseToSpeak('zh-Hans'));
afterEach(() => speak('en'));

describe('in Chinese', () => {
  it('a run says what has become of it', () => {
    expect(divergedMessage({ step: 2400, what: 'loss' })).toBe(
      '训练发散：在第 2400 步，损失不再是一个数，因为更新幅度太大。请用更小的学习率重置。',
    );
    const told = { what: 'GPU 长时间没有响应。', step: 300, isSame: false } as const;
    expect(
      recoveredMessage({ ...told, kind: 'wasm', repeatedSteps: 12, consequence: 'safer' }),
    ).toBe(
      'GPU 长时间没有响应。训练改用 WebAssembly 从第 300 步继续：12 步会重做。这已是一分钟内的第三次：之后就留在那里。',
    );
    expect(
      recoveredMessage({
        ...told,
        ...{ kind: 'webgpu', isSame: true, repeatedSteps: 0, consequence: 'fresh' },
      }),
    ).toBe('GPU 长时间没有响应。训练在重新启动的同一设备上从第 300 步继续：没有丢失任何一步。');
  });

  it('a failure is explained once, whatever threw it', () => {
    expect(explainFailure('x is undefined')).toBe('训练：因意外问题而停止（x is undefined）。');
    const sentence = explainFailure(new Error('x'), 'WebGPU');
    expect(explainFailure(new Error(sentence))).toBe(sentence);
  });

  it('the choice of a backend has its reason', async () => {
    const { reason } = await chooseBackend('cpu', startOf(smallConfiguration()), {});
    expect(reason).toBe('要求的后端：普通 JavaScript。');
  });

  it('a recording that cannot be had says why', async () => {
    const worker = createRecordingWorker(async () => new Response('', { status: 404 }));
    expect(await worker.open('https://example.org/a.json.gz')).toEqual({
      ok: false,
      message: '录制无法显示。服务器返回了 404。',
    });
  });
});
