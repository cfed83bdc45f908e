import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { root } from '../../src/setup/command.mjs';
import { createMapChoices } from '../../src/state/map/choices.ts';
import { createRunFiles } from '../../src/state/share/run-files.ts';
import { openFiles } from '../../src/ui/open-files.ts';
import { createRunFileWorker } from '../../src/worker/run-file-host.ts';
import { createInspectionPage, inspectionOn } from '../state/fake-inspector.ts';
import { createTestTables } from '../state/fake-tables.ts';
import { runLine } from '../support/run-records.ts';

function createOpeningPage() {
  const page = createInspectionPage();
  const { tables } = createTestTables();
  const went: string[] = [];
  const opening = {
    store: page.store,
    inspection: page.inspection,
    tables,
    map: createMapChoices(),
    runFiles: createRunFiles(page.store, page.controller, {
      createWorker: () => ({ ...createRunFileWorker(), terminate: () => undefined }),
      loadRecordedWeights: async () => new Blob(),
    }),
    goTo: (query: string) => void went.push(query),
    readPictureAddress: (bytes: Uint8Array) => new TextDecoder().decode(bytes).split('"')[1],
  };
  const problem = () => page.store.getState().notices.find(({ name }) => name === 'file')?.message;
  return { ...page, tables, went, opening, problem, inspectors: page.inspectors };
}

/** Files that were given to be looked into. */
const filesOf = ({ inspectors }: ReturnType<typeof createOpeningPage>) =>
  inspectors.flatMap(({ files }) => files);

const recording = async (name: string) =>
  new File([new Uint8Array(await readFile(`${root}public/recordings/edge.run`))], name);

describe('a file that is dropped', () => {
  it('comes on screen in the lab when it is a run, whatever its name', async () => {
    const page = createOpeningPage();
    page.store.setState((state) => ({ page: { ...state.page, view: 'map' } }));
    await openFiles([await recording('edge.csv')], page.opening);
    expect(page.store.getState()).toMatchObject({
      openedFrom: 'edge.csv',
      page: { view: 'lab' },
    });
    expect(page.tables.state.getState().tables).toEqual([]);
  });

  it('goes to the map when it is a table', async () => {
    const page = createOpeningPage();
    await openFiles([new File([runLine()], 'a.jsonl'), new File([runLine()], 'b')], page.opening);
    const { tables } = page.tables.state.getState();
    expect(tables.map(({ title }) => title)).toEqual(['a.jsonl', 'b']);
  });

  it('is a table when a table was asked for, unless it is a run', async () => {
    const page = createOpeningPage();
    await openFiles([new File(['what?'], 'a.txt')], page.opening, 'table');
    expect(page.tables.state.getState().problem).toMatch(/^a\.txt cannot be shown/);
    await openFiles([await recording('b.jsonl')], page.opening, 'table');
    expect(page.store.getState().openedFrom).toBe('b.jsonl');
  });

  it('is looked into when it is anything else', async () => {
    const page = createOpeningPage();
    await openFiles(
      [new File(['PK'], 'a.pt'), new File(['{"d_model": 128}'], 'a.json')],
      page.opening,
    );
    expect(filesOf(page).map(({ name, config }) => [name, config])).toEqual([
      ['a.pt', '{"d_model": 128}'],
    ]);
  });

  it.each([
    ['picture.svg', '<svg data-from="https://example.org/?p=31&seed=2"/>'],
    ['cited.bib', '@misc{a,\n url    = {https://example.org/?p=31&seed=2}\n}'],
    ['notes.txt', 'See url = "https://example.org/?p=31&seed=2".'],
    [
      'measures.csv',
      'subject,measure,value\r\nnetwork,address,https://example.org/?p=31&seed=2\r\n',
    ],
  ])('leads to the address it carries: %s', async (name, contents) => {
    const page = createOpeningPage();
    await openFiles([new File([contents], name)], page.opening);
    expect(page.went).toEqual(['p=31&seed=2']);
    expect(page.problem()).toBeUndefined();
  });

  it.each([
    ['picture.svg', '<svg data-from="https://example.org/?pasta=2"/>'],
    ['picture.svg', '<svg data-from="https://a.org/?table=https://b.org/t.jsonl"/>'],
    ['picture.svg', '<svg data-from="https://a.org/?table=//b.org/t.jsonl"/>'],
    ['picture.png', '\x89PNG'],
    ['cited.bib', '@misc{a, title = {x}}'],
    ['bad.run', 'no'],
  ])('says why it leads nowhere: %s', async (name, contents) => {
    const page = createOpeningPage();
    const { view } = page.store.getState().page;
    await openFiles([new File([contents], name)], page.opening);
    expect(page.went).toEqual([]);
    expect(page.problem()).toMatch(new RegExp(`^${name}:? .+\\.$`));
    expect(page.store.getState()).toMatchObject({ openedFrom: '', page: { view } });
  });

  it('comes alone when it is a run or carries an address', async () => {
    const page = createOpeningPage();
    await openFiles([await recording('a.run'), new File(['PK'], 'a.pt')], page.opening);
    expect(page.problem()).toMatch(/at a time/);
    expect(filesOf(page)).toEqual([]);
  });

  it('is not lost on a page that cannot go anywhere', async () => {
    const page = createOpeningPage();
    const { goTo: _goTo, readPictureAddress: _read, ...opening } = page.opening;
    await openFiles([new File(['<svg/>'], 'a.svg')], opening);
    await openFiles([new File(['@misc{a, url = {?p=31}}'], 'a.bib')], opening);
    expect(page.problem()).toMatch(/^a\.bib says no address/);
  });
});

describe('a run of a file', () => {
  it('cannot be looked into, and says what can', async () => {
    const page = createOpeningPage();
    await openFiles([await recording('mine.run')], page.opening);
    await page.inspection.inspectRun();
    expect(inspectionOn(page).problem).toMatch(/no weights: open the \.safetensors file/);
    expect(page.inspectors.flatMap(({ calls }) => calls)).not.toContain('analyse');
  });

  it('does not pass for the run that was looked into before', async () => {
    const page = createOpeningPage();
    await page.controller.reset();
    page.workers[0]?.report(10);
    Object.assign(page.workers[0] ?? {}, { keptStep: () => 10 });
    await page.inspection.inspectRun();
    expect(inspectionOn(page).subject?.kind).toBe('run');
    await openFiles([await recording('mine.run')], page.opening);
    await page.inspection.inspectRun();
    expect(inspectionOn(page)).toMatchObject({ phase: 'empty', subject: undefined });
    expect(inspectionOn(page).problem).toMatch(/no weights/);
  });
});
