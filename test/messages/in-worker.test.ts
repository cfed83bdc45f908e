import * as Comlink from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { inLanguageOfPage, speakAsThePageDoes } from '../../src/messages/in-worker.ts';
import { sourceLanguage } from '../../src/messages/languages.ts';
import { speak, speaker, spokenLanguage } from '../../src/messages/words.ts';
import { files } from '../../src/messages/zh-Hans/files-of-workers.ts';
import { createBenchWorker } from '../../src/worker/bench-host.ts';
import { createInspectionWorker } from '../../src/worker/inspection-host.ts';
import { createRecordingWorker } from '../../src/worker/recording-host.ts';
import { createRunFileWorker } from '../../src/worker/run-file-host.ts';
import { createTrainingWorker } from '../../src/worker/run-host.ts';
import { createSweepWorker } from '../../src/worker/sweep-host.ts';
import { createTableWorker } from '../../src/worker/table-host.ts';

const surroundings = globalThis as { name?: unknown };

/** What a worker answers to messages that are there before it has loaded anything. */
async function answersOf(name: string): Promise<readonly unknown[]> {
  surroundings.name = name;
  const { port1, port2 } = new MessageChannel();
  const worker = Comlink.wrap<ReturnType<typeof createInspectionWorker>>(port1);
  const early = worker.pair(0, 0);
  Comlink.expose(inLanguageOfPage(createInspectionWorker()), port2);
  const opened = worker.open({ checkpoint: new Blob(['hello']), name: 'a.txt' });
  const answers = await Promise.all([early, opened]);
  port1.close();
  port2.close();
  return answers;
}

afterEach(() => {
  delete surroundings.name;
  speak('en');
});

describe('a worker', () => {
  it('speaks the language it is named after from its first answer on', async () => {
    expect(await answersOf('zh-Hans')).toEqual([
      { ok: false, message: '还没有可以查看的网络。' },
      {
        ok: false,
        message: '“a.txt”不是检查点：请打开含有网络权重的 .pt、.pth 或 .safetensors 文件。',
      },
    ]);
  });

  it.each(['en', '', 'de', 'constructor'])('named “%s” speaks English', async (name) => {
    const [early] = await answersOf(name);
    expect(early).toEqual({ ok: false, message: 'There is no network to look into yet.' });
    expect(spokenLanguage()).toBe('en');
  });

  it('that has no name, as in Node, speaks English', async () => {
    await speakAsThePageDoes();
    expect(spokenLanguage()).toBe('en');
  });

  it('hears its calls in their order', async () => {
    surroundings.name = 'zh-Hans';
    const heard: string[] = [];
    const { note } = inLanguageOfPage({
      note: async (what: string) => {
        heard.push(`${what} ${spokenLanguage()}`);
      },
    });
    const first = note('first');
    expect(heard).toEqual([]);
    await Promise.all([first, note('second')]);
    await note('third');
    expect(heard).toEqual(['first zh-Hans', 'second zh-Hans', 'third zh-Hans']);
  });
});

it('whatever workers say is among what is loaded for them', () => {
  const workers = [
    createBenchWorker,
    createInspectionWorker,
    createRecordingWorker,
    createRunFileWorker,
    createSweepWorker,
    createTableWorker,
    createTrainingWorker,
  ];
  expect(workers).not.toContain(undefined);
  speak(sourceLanguage);
  const said = new Set(Object.keys(speaker.messages).map((id) => id.replace(/\.\w+$/, '')));
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((file) => !Object.hasOwn(files, file))).toEqual([]);
});
