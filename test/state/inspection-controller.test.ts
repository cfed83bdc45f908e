import { describe, expect, it } from 'vitest';
import {
  bad,
  createInspectionPage,
  fileOf,
  good,
  type InspectionPage,
  inspectionOf,
  inspectionOn,
  remainingOf,
  summaryOf,
} from './fake-inspector.ts';
import { settle } from './fake-worker.ts';

const phaseOf = (page: InspectionPage) => inspectionOn(page).phase;
const keptOf = (page: InspectionPage) => inspectionOn(page).kept;
const callsOf = (page: InspectionPage, name: string) =>
  page.inspector.calls.filter((call) => call.split(' ')[0] === name);

/** Phases the page goes through from now on, without repeats. */
function phasesOf(page: InspectionPage): string[] {
  const phases = [phaseOf(page) as string];
  page.store.subscribe(({ inspection: { phase } }) => {
    if (phase !== phases.at(-1)) phases.push(phase);
  });
  return phases;
}

/** A page with a paused run at step 200, whose snapshots' weights are all kept. */
async function runPage(query = ''): Promise<InspectionPage> {
  const page = createInspectionPage(query);
  await page.controller.reset();
  page.worker.keptStep = (_run, step) => step;
  for (const step of [100, 200]) await page.worker.report(step);
  return page;
}

/** A page on which a file is looked into. */
async function filePage(query = '', name = 'first.pt'): Promise<InspectionPage> {
  const page = createInspectionPage(query);
  await page.inspection.open(fileOf(name));
  return page;
}

describe('looking into the run', () => {
  it('asks for the weights of the step on screen and analyses them', async () => {
    const page = await runPage('p=31');
    const phases = phasesOf(page);
    await page.inspection.inspectRun();
    expect(page.worker.calls.at(-1)).toBe('weights of run 1 near 200');
    expect(page.inspector.calls.slice(0, 2)).toEqual(['take step 200', 'analyse']);
    expect(page.inspector.taken[0]?.configuration).toEqual(page.store.getState().runConfiguration);
    expect(phases).toEqual(['empty', 'opening', 'analysing', 'ready']);
    expect(inspectionOn(page)).toMatchObject({
      subject: { kind: 'run', run: 1, summary: { step: 200 } },
      kept: [5, 3],
      progress: undefined,
      problem: undefined,
    });
  });

  it('looks at the step that was scrubbed to', async () => {
    const page = await runPage();
    page.controller.view(110);
    await page.inspection.inspectRun();
    expect(page.worker.calls.at(-1)).toBe('weights of run 1 near 100');
    expect(page.store.getState().viewedStep).toBe(110);
  });

  it('moves the view to the nearest step whose weights are kept', async () => {
    const page = await runPage();
    page.worker.keptStep = () => 100;
    await page.inspection.inspectRun();
    expect(page.store.getState().viewedStep).toBe(100);
    expect(inspectionOn(page).subject?.summary.step).toBe(100);
  });

  it('says so when its weights are gone', async () => {
    const page = await runPage();
    page.worker.keptStep = () => undefined;
    await page.inspection.inspectRun();
    expect(page.inspectors).toHaveLength(0);
    expect(inspectionOn(page)).toMatchObject({
      phase: 'empty',
      problem: expect.stringMatching(/^The weights of this run are gone.*Train it again.*\.$/),
    });
  });

  it('keeps what was looked into when its weights are gone', async () => {
    const page = await runPage();
    await page.inspection.inspectRun();
    const before = inspectionOn(page);
    page.worker.keptStep = () => undefined;
    await page.inspection.inspectRun();
    expect(inspectionOn(page)).toEqual({ ...before, problem: expect.any(String) });
  });

  it('does nothing before there is a run', async () => {
    const page = createInspectionPage();
    await page.inspection.inspectRun();
    expect(page.inspectors).toHaveLength(0);
    expect(phaseOf(page)).toBe('empty');
  });

  it('asks for the run on screen when an earlier one was brought back', async () => {
    const page = await runPage();
    await page.controller.reset();
    await page.worker.report(50);
    page.controller.bringBack();
    await page.inspection.inspectRun();
    expect(page.worker.calls.at(-1)).toBe('weights of run 1 near 200');
    expect(inspectionOn(page).subject).toMatchObject({ kind: 'run', run: 1 });
  });

  it('asks again for the run after it, which takes its place', async () => {
    const page = await runPage();
    await page.controller.reset();
    await page.worker.report(50);
    await page.inspection.inspectRun();
    expect(page.worker.calls.at(-1)).toBe('weights of run 2 near 50');
  });

  it('takes only the step that was asked for last', async () => {
    const page = await runPage();
    const answers: (() => void)[] = [];
    page.worker.keptStep = (_run, step) =>
      new Promise((resolve) => answers.push(() => resolve(step)));
    const first = page.inspection.inspectRun();
    page.controller.view(100);
    const second = page.inspection.inspectRun();
    for (const answer of answers.reverse()) answer();
    await Promise.all([first, second]);
    expect(callsOf(page, 'take')).toEqual(['take step 100']);
    expect(page.store.getState().viewedStep).toBe(100);
  });

  it('keeps the pictures of the step before until those of another step are there', async () => {
    const page = await runPage();
    await page.inspection.inspectRun();
    page.inspector.held.add('analyse');
    page.controller.view(100);
    const moving = page.inspection.inspectRun();
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'analysing',
      subject: { summary: { step: 100 } },
      inspection: expect.anything(),
    });
    page.inspector.release('analyse', good(inspectionOf([2, 5, 3])));
    await moving;
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', kept: [2, 5, 3] });
  });

  it('keeps the circles that were chosen, where they are still there', async () => {
    const page = await runPage();
    await page.inspection.inspectRun();
    await page.inspection.keep([3]);
    page.controller.view(100);
    await page.inspection.inspectRun();
    expect(keptOf(page)).toEqual([3]);
    expect(inspectionOn(page).remaining).toEqual(remainingOf([3]));
  });

  it('shows no pictures of one step as those of another when that is cancelled', async () => {
    const page = await runPage();
    await page.inspection.inspectRun();
    page.inspector.held.add('analyse');
    page.controller.view(100);
    const moving = page.inspection.inspectRun();
    await settle();
    page.inspection.cancel();
    page.inspector.release('analyse');
    await moving;
    const { phase, subject, inspection } = inspectionOn(page);
    const mixed = phase === 'ready' && subject?.summary.step === 100 && inspection !== undefined;
    expect(mixed).toBe(false);
  });

  it('can be asked for again after a failure', async () => {
    const page = await runPage();
    page.inspector.held.add('analyse');
    void page.inspection.inspectRun();
    await settle();
    page.inspector.release('analyse', bad('No memory.'));
    await settle();
    page.inspector.held.clear();
    await page.inspection.again();
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', problem: undefined });
    expect(callsOf(page, 'take')).toHaveLength(2);
  });

  it('says what went wrong when the network cannot be taken or analysed', async () => {
    const page = await runPage();
    page.inspector.held.add('take').add('analyse');
    void page.inspection.inspectRun();
    await settle();
    page.inspector.release('take', bad('It does not fit.'));
    await settle();
    expect(inspectionOn(page)).toMatchObject({ phase: 'empty', problem: 'It does not fit.' });
    void page.inspection.inspectRun();
    await settle();
    page.inspector.release('take');
    await settle();
    page.inspector.release('analyse', bad('No memory.'));
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'failed',
      problem: 'No memory.',
      progress: undefined,
    });
  });
});

describe('looking into a file', () => {
  it('shows its analysis with the strongest neuron, all circles and the pair', async () => {
    const page = createInspectionPage('pair=3,4');
    const phases = phasesOf(page);
    const file = fileOf('first.pt');
    await page.inspection.open(file);
    expect(phases).toEqual(['empty', 'opening', 'analysing', 'ready']);
    expect(page.store.getState().page.view).toBe('inside');
    expect(page.inspector.calls).toEqual([
      'open first.pt',
      'analyse',
      'remaining 5 3',
      'pair 3,4',
      'neuron 7',
    ]);
    expect(inspectionOn(page)).toEqual({
      phase: 'ready',
      subject: { kind: 'file', files: file, summary: summaryOf() },
      progress: undefined,
      problem: undefined,
      problemOfFile: false,
      inspection: inspectionOf([5, 3]),
      kept: [5, 3],
      remaining: remainingOf([5, 3]),
      votes: { a: 3, b: 4, circles: [], full: new Float32Array() },
      neuron: { index: 7, values: Float32Array.of(7) },
    });
  });

  it('asks what the file does not tell, then analyses with the answers', async () => {
    const page = createInspectionPage();
    const phases = phasesOf(page);
    page.inspector.opened = good(summaryOf({ questions: ['attentionRate', 'separateEmbeddings'] }));
    await page.inspection.open({ ...fileOf('first.pt'), config: '{}' });
    expect(phaseOf(page)).toBe('asking');
    expect(callsOf(page, 'analyse')).toEqual([]);
    page.inspector.opened = good(summaryOf({ questions: ['separateEmbeddings'] }));
    await page.inspection.answer({ attentionRate: 0.5 });
    expect(phaseOf(page)).toBe('asking');
    page.inspector.opened = good(summaryOf());
    await page.inspection.answer({ separateEmbeddings: true });
    expect(page.inspector.files.at(-1)).toMatchObject({
      name: 'first.pt',
      config: '{}',
      answers: { attentionRate: 0.5, separateEmbeddings: true },
    });
    expect(phases).toEqual([
      ...['empty', 'opening', 'asking', 'opening', 'asking', 'opening', 'analysing', 'ready'],
    ]);
  });

  it('asks on when an answer is refused', async () => {
    const page = createInspectionPage();
    page.inspector.opened = good(summaryOf({ questions: ['attentionRate'] }));
    await page.inspection.open(fileOf('first.pt'));
    page.inspector.opened = bad('The answer contradicts the weights.');
    await page.inspection.answer({ attentionRate: 0.5 });
    expect(inspectionOn(page)).toMatchObject({
      phase: 'asking',
      subject: { kind: 'file', summary: { questions: ['attentionRate'] } },
      problem: 'The answer contradicts the weights.',
    });
  });

  it('has no answers for a run', async () => {
    const page = await runPage();
    await page.inspection.inspectRun();
    await page.inspection.answer({ attentionRate: 0.5 });
    expect(callsOf(page, 'open')).toEqual([]);
  });

  it('that cannot be opened says why and goes back to nothing', async () => {
    const page = createInspectionPage();
    page.inspector.opened = bad('“no.pt” is empty.');
    await page.inspection.open(fileOf('no.pt'));
    expect(inspectionOn(page)).toMatchObject({ phase: 'empty', problem: '“no.pt” is empty.' });
    page.inspection.dismissProblem();
    expect(inspectionOn(page).problem).toBeUndefined();
  });

  it('that cannot be opened keeps the inspection before it', async () => {
    const page = await filePage();
    const before = inspectionOn(page);
    page.inspector.opened = bad('“no.pt” is empty.');
    await page.inspection.open(fileOf('no.pt'));
    expect(inspectionOn(page)).toEqual({
      ...before,
      problem: '“no.pt” is empty.',
      problemOfFile: true,
    });
  });

  it('that cannot be opened does not end an analysis under way', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    void page.inspection.open(fileOf('first.pt'));
    await settle();
    page.inspector.opened = bad('“no.pt” is empty.');
    void page.inspection.open(fileOf('no.pt'));
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'analysing',
      subject: { files: { name: 'first.pt' } },
      problem: '“no.pt” is empty.',
    });
    page.inspector.release('analyse', undefined, 'newest');
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'ready',
      inspection: expect.anything(),
      problem: '“no.pt” is empty.',
    });
  });

  it('that cannot be opened after a failed analysis asks no questions that do not exist', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    void page.inspection.open(fileOf('first.pt'));
    await settle();
    page.inspector.release('analyse', bad('No memory.'));
    await settle();
    page.inspector.opened = bad('“no.pt” is empty.');
    void page.inspection.open(fileOf('no.pt'));
    await settle();
    expect(phaseOf(page)).not.toBe('asking');
    expect(inspectionOn(page).problem).toBe('“no.pt” is empty.');
  });

  it('replaces what was looked into only when it is open', async () => {
    const page = await filePage();
    page.inspector.held.add('open').add('analyse');
    void page.inspection.open(fileOf('second.pt'));
    expect(inspectionOn(page)).toMatchObject({
      phase: 'opening',
      subject: { files: { name: 'first.pt' } },
      inspection: expect.anything(),
    });
    page.inspector.release('open');
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'analysing',
      subject: { files: { name: 'second.pt' } },
      inspection: undefined,
      remaining: undefined,
      votes: undefined,
      neuron: undefined,
      kept: [],
    });
  });

  it.each([
    [
      [5, 3],
      [1, 2],
      [5, 3],
    ],
    [[], [4, 1], [4]],
  ])('keeps its strong circles %j, not the weak ones %j', async (strong, weak, kept) => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    const opening = page.inspection.open(fileOf('first.pt'));
    await settle();
    page.inspector.release('analyse', good(inspectionOf(strong, weak)));
    await opening;
    expect(keptOf(page)).toEqual(kept);
    expect(inspectionOn(page).remaining).toEqual(remainingOf(kept));
  });

  it('can be asked for again after cancelling', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    void page.inspection.open({ ...fileOf('first.pt'), answers: { attentionRate: 0.5 } });
    await settle();
    page.inspection.cancel();
    page.inspector.held.clear();
    await page.inspection.again();
    expect(page.inspector.files.at(-1)).toMatchObject({
      name: 'first.pt',
      answers: { attentionRate: 0.5 },
    });
    expect(phaseOf(page)).toBe('ready');
  });

  it('shows how far the analysis is', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    void page.inspection.open(fileOf('first.pt'));
    await settle();
    expect(inspectionOn(page).progress).toMatchObject({ done: 0 });
    page.inspector.progress({ done: 0.5, part: 'neurons' });
    expect(inspectionOn(page).progress).toEqual({ done: 0.5, part: 'neurons' });
  });
});

describe('late replies', () => {
  it('of a file opened before are ignored', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('open');
    const first = page.inspection.open(fileOf('first.pt'));
    const second = page.inspection.open(fileOf('second.pt'));
    page.inspector.release('open', good(summaryOf()), 'newest');
    await second;
    const before = inspectionOn(page);
    page.inspector.release('open', bad('Too late.'));
    await first;
    expect(inspectionOn(page)).toEqual(before);
    expect(before.subject).toMatchObject({ files: { name: 'second.pt' } });
  });

  it('of an analysis before, and its progress, are ignored', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    const first = page.inspection.open(fileOf('first.pt'));
    await settle();
    const early = page.inspector.progress;
    const second = page.inspection.open(fileOf('second.pt'));
    await settle();
    early({ done: 0.9, part: 'of the first' });
    expect(inspectionOn(page).progress).toMatchObject({ done: 0 });
    page.inspector.release('analyse', {
      ok: false,
      superseded: true,
      message: 'Something newer was asked for.',
    });
    await first;
    expect(inspectionOn(page)).toMatchObject({ phase: 'analysing', problem: undefined });
    page.inspector.release('analyse', good(inspectionOf([2])));
    await second;
    expect(keptOf(page)).toEqual([2]);
  });

  it('about the network before are ignored', async () => {
    const page = await filePage();
    page.inspector.held.add('remaining').add('pair').add('neuron');
    void page.inspection.keep([5]);
    void page.inspection.choosePair({ a: 1, b: 1 });
    void page.inspection.chooseNeuron(9);
    const second = page.inspection.open(fileOf('second.pt'));
    await settle();
    for (const name of ['remaining', 'pair', 'neuron']) page.inspector.release(name);
    await settle();
    expect(inspectionOn(page)).toMatchObject({
      phase: 'ready',
      kept: [5, 3],
      remaining: undefined,
      votes: undefined,
      neuron: undefined,
    });
    for (const name of ['remaining', 'pair', 'neuron']) page.inspector.release(name);
    await second;
    expect(inspectionOn(page)).toMatchObject({
      remaining: { loss: 2 },
      votes: { a: 1, b: 1 },
      neuron: { index: 7 },
    });
  });
});

describe('picking something', () => {
  it('keeps circles: the last choice wins', async () => {
    const page = await filePage();
    page.inspector.held.add('remaining');
    const choices = [page.inspection.keep([5]), page.inspection.keep([])];
    expect(keptOf(page)).toEqual([]);
    page.inspector.release('remaining', good(remainingOf([])), 'newest');
    page.inspector.release('remaining', good(remainingOf([5])));
    await Promise.all(choices);
    expect(inspectionOn(page).remaining).toEqual(remainingOf([]));
  });

  it('keeps circles: a file that cannot be opened meanwhile changes nothing', async () => {
    const page = await filePage();
    page.inspector.held.add('remaining');
    const keeping = page.inspection.keep([5]);
    page.inspector.opened = bad('“no.pt” is empty.');
    await page.inspection.open(fileOf('no.pt'));
    page.inspector.release('remaining');
    await keeping;
    expect(keptOf(page)).toEqual([5]);
    expect(inspectionOn(page).remaining).toEqual(remainingOf([5]));
  });

  it('chooses a pair, which the address remembers: the last choice wins', async () => {
    const page = await filePage();
    page.inspector.held.add('pair');
    const choices = [
      page.inspection.choosePair({ a: 1, b: 2 }),
      page.inspection.choosePair({ a: 3, b: 4 }),
    ];
    expect(page.store.getState().page.pair).toEqual({ a: 3, b: 4 });
    page.inspector.release('pair', undefined, 'newest');
    page.inspector.release('pair');
    await Promise.all(choices);
    expect(inspectionOn(page).votes).toMatchObject({ a: 3, b: 4 });
  });

  it('makes the pair fit the modulus of the network', async () => {
    const page = createInspectionPage();
    page.inspector.opened = good(
      summaryOf({ configuration: { ...summaryOf().configuration, p: 11 } }),
    );
    await page.inspection.open(fileOf('small.pt'));
    expect(callsOf(page, 'pair')).toEqual(['pair 1,1']);
  });

  it('remembers a pair before there is a network', async () => {
    const page = createInspectionPage();
    await page.inspection.choosePair({ a: 5, b: 6 });
    expect(page.inspectors).toHaveLength(0);
    await page.inspection.open(fileOf('first.pt'));
    expect(inspectionOn(page).votes).toMatchObject({ a: 5, b: 6 });
  });

  it('chooses a neuron: the last choice wins', async () => {
    const page = await filePage();
    page.inspector.held.add('neuron');
    const choices = [page.inspection.chooseNeuron(0), page.inspection.chooseNeuron(9)];
    page.inspector.release('neuron', undefined, 'newest');
    page.inspector.release('neuron');
    await Promise.all(choices);
    expect(inspectionOn(page).neuron).toEqual({ index: 9, values: Float32Array.of(9) });
  });

  it('asks for no neuron before there is an analysis', async () => {
    const page = createInspectionPage();
    await page.inspection.chooseNeuron(3);
    expect(page.inspectors).toHaveLength(0);
  });

  it.each<[name: string, act: (page: InspectionPage) => Promise<void>]>([
    ['remaining', (page) => page.inspection.keep([5])],
    ['pair', (page) => page.inspection.choosePair({ a: 1, b: 2 })],
    ['neuron', (page) => page.inspection.chooseNeuron(9)],
  ])('says why there is no answer: %s', async (name, act) => {
    const page = await filePage();
    page.inspector.held.add(name);
    const asking = act(page);
    page.inspector.release(name, bad('It does not work.'));
    await asking;
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', problem: 'It does not work.' });
  });
});

describe('cancelling', () => {
  it('ends an analysis and goes back', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    const opening = page.inspection.open(fileOf('first.pt'));
    await settle();
    page.inspection.cancel();
    expect(page.inspector.calls.at(-1)).toBe('cancel');
    expect(inspectionOn(page)).toMatchObject({ phase: 'empty', progress: undefined });
    page.inspector.release('analyse');
    await opening;
    expect(inspectionOn(page)).toMatchObject({ phase: 'empty', inspection: undefined });
  });

  it('an opening keeps the inspection before it, and its worker', async () => {
    const page = await filePage();
    page.inspector.held.add('open');
    const opening = page.inspection.open(fileOf('second.pt'));
    page.inspection.cancel();
    expect(phaseOf(page)).toBe('ready');
    page.inspector.release('open');
    await opening;
    expect(inspectionOn(page)).toMatchObject({
      phase: 'ready',
      subject: { files: { name: 'first.pt' } },
    });
    expect(callsOf(page, 'analyse')).toHaveLength(1);
  });

  it('an opening goes back to the questions before it', async () => {
    const page = createInspectionPage();
    page.inspector.opened = good(summaryOf({ questions: ['attentionRate'] }));
    await page.inspection.open(fileOf('first.pt'));
    page.inspector.held.add('open');
    void page.inspection.open(fileOf('second.pt'));
    page.inspection.cancel();
    expect(phaseOf(page)).toBe('asking');
  });

  it('starts no worker', () => {
    const page = createInspectionPage();
    page.inspection.cancel();
    expect(page.inspectors).toHaveLength(0);
  });
});

describe('saving', () => {
  it('names a network of a run after its settings and its step', async () => {
    const page = await runPage('p=31&seed=7');
    await page.inspection.inspectRun();
    const name = 'p31-width128-attention0-seed7-step200';
    expect(await page.inspection.exportFile('safetensors')).toEqual({
      name: `${name}.safetensors`,
      contents: Uint8Array.of(1, 2, 3),
    });
    expect(await page.inspection.exportFile('json')).toEqual({
      name: `${name}.json`,
      contents: 'measures as json',
    });
    expect(await page.inspection.exportFile('csv')).toEqual({
      name: `${name}.csv`,
      contents: 'measures as csv',
    });
  });

  it('says in the file where the page shows a network that was trained here', async () => {
    const page = await runPage('p=31&seed=7');
    await page.inspection.inspectRun();
    await page.inspection.exportFile('json', 'https://example.org/page/');
    await page.inspection.exportFile('safetensors');
    const [whole, relative] = page.inspector.addresses;
    expect(whole).toMatch(/^https:\/\/example\.org\/page\/\?model=transformer&p=31&/);
    expect(whole).toMatch(/&seed=7&.*&view=inside&step=200$/);
    expect(relative).toBe(whole?.slice(whole.indexOf('?')));
    const other = await filePage();
    await other.inspection.exportFile('json', 'https://example.org/page/');
    expect(other.inspector.addresses).toEqual([undefined]);
  });

  it.each([
    ['first.pt', 'first'],
    ['my best model (2).final.pt', 'my-best-model-2-final'],
    [`${'x'.repeat(300)}.pt`, 'x'.repeat(40)],
    ['../../secret', '-'],
  ])('names a network of the file %s after it too, and after no seed', async (file, part) => {
    const page = await filePage('', file);
    const saved = await page.inspection.exportFile('json');
    expect(saved?.name).toBe(`p59-width128-attention0-${part}.json`);
  });

  it('saves nothing before there is a network', async () => {
    const page = createInspectionPage();
    expect(await page.inspection.exportFile('json')).toBeUndefined();
    expect(page.inspectors).toHaveLength(0);
  });

  it('says why a file cannot be made', async () => {
    const page = await filePage();
    page.inspector.held.add('measures');
    const saving = page.inspection.exportFile('csv');
    page.inspector.release('measures', bad('The network has not been analysed yet.'));
    expect(await saving).toBeUndefined();
    expect(inspectionOn(page).problem).toBe('The network has not been analysed yet.');
  });
});

describe('a worker that dies', () => {
  it('is replaced by the next request, and says so', async () => {
    const page = await filePage();
    page.inspector.crash('It has stopped.');
    expect(page.inspector.calls.at(-1)).toBe('terminate');
    expect(inspectionOn(page)).toMatchObject({
      phase: 'failed',
      subject: undefined,
      inspection: undefined,
      problem: 'It has stopped.',
    });
    await page.inspection.open(fileOf('second.pt'));
    expect(page.inspectors).toHaveLength(2);
    expect(inspectionOn(page)).toMatchObject({ phase: 'ready', problem: undefined });
  });

  it('answers nothing any more', async () => {
    const page = createInspectionPage();
    page.inspector.held.add('analyse');
    const { inspector } = page;
    const opening = page.inspection.open(fileOf('first.pt'));
    await settle();
    inspector.crash('It has stopped.');
    inspector.progress({ done: 0.5, part: 'neurons' });
    inspector.release('analyse');
    await opening;
    expect(inspectionOn(page)).toMatchObject({ phase: 'failed', inspection: undefined });
  });
});

describe('the rest of the views', () => {
  it('shows a sentence about something that could not be opened', () => {
    const page = createInspectionPage();
    page.inspection.report('Drop one checkpoint at a time.');
    expect(inspectionOn(page).problem).toBe('Drop one checkpoint at a time.');
    expect(page.store.getState().page.view).toBe('inside');
  });

  it('ends its worker', async () => {
    const page = createInspectionPage();
    page.inspection.dispose();
    expect(page.inspectors).toHaveLength(0);
    page.inspector.held.add('analyse');
    const opening = page.inspection.open(fileOf('first.pt'));
    await settle();
    page.inspection.dispose();
    expect(page.inspector.calls.at(-1)).toBe('terminate');
    page.inspector.release('analyse');
    await opening;
    expect(inspectionOn(page).inspection).toBeUndefined();
  });
});
