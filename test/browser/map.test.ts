import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { readRunTable } from '../../src/formats/run-table.ts';
import { describeInBrowser } from '../support/browser.ts';
import { waitForState } from '../support/lab-page.ts';
import {
  finishedRuns,
  manyLines,
  mapFigure,
  startSweep,
  waitForCounts,
} from '../support/map-page.ts';

const small = 'p=11;width=16;attention=0,0.5,1;seed=1,2;steps=300';
/** The same, long enough to be stopped on any machine. */
const longer = small.replace('300', '1500');

describeInBrowser('the map of many runs', ({ open }) => {
  it('shows the shipped runs, walks along them by keyboard and opens one in the lab', async () => {
    const { page, problems } = await open('?view=map');
    await waitForCounts(page, /37 of 37 runs count/);
    await mapFigure(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const picked = page.getByRole('region', { name: /α = 1, width 128, seed \d/i });
    await picked.getByRole('row', { name: /gradient symmetricity 0\.\d+/i }).waitFor();
    const title = await picked.getByRole('heading').textContent();
    const seed = /seed (\d+)/.exec(title ?? '')?.[1];
    await picked.getByRole('button', { name: /open in the lab, same seed/i }).click();
    await page
      .getByRole('button', { name: /^train/i })
      .first()
      .waitFor();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      attention: '1',
      width: '128',
      seed,
      steps: '3000',
    });
    expect(problems).toEqual([]);
  });

  it('keeps its measure and its filter in the address, and says what is left out', async () => {
    const { page } = await open('?view=map');
    await waitForCounts(page, /37 of 37 runs count/);
    await page.getByRole('button', { name: 'Distance (q)' }).click();
    await page.getByLabel('Circles').selectOption('paper');
    await waitForCounts(page, /7 of 37 runs count; greyed: 30 not circular/);
    expect(page.url()).toContain('map=q');
    expect(page.url()).toContain('circular=paper');
    await page.reload();
    await waitForCounts(page, /7 of 37 runs count; greyed: 30 not circular/);
    await page.getByRole('combobox', { name: 'Width' }).selectOption('64');
    await page.getByLabel('q from').selectOption('wrong');
    await waitForCounts(page, /of 10 runs count/);
    expect(new URL(page.url()).searchParams.get('filter')).toBe('width:64');
    await page.reload();
    await waitForCounts(page, /of 10 runs count/);
    expect(await page.getByLabel('q from').inputValue()).toBe('wrong');
    await page.getByRole('button', { name: 'By width' }).click();
    await waitForCounts(page, /of 67 runs count/);
  });

  it('shows the authors’ table beside the own runs, in the form it has', async () => {
    const { page, problems } = await open('?view=map');
    await waitForCounts(page, /37 of 37 runs count/);
    await pickTable(page, 'authors.csv', authorsTable(40));
    await page.getByRole('heading', { name: 'authors.csv' }).waitFor();
    await waitForCounts(page, /40 of 40 runs count/);
    await page.getByText(/q of the largest wrong logits, not the paper’s definition/).waitFor();
    expect(await page.getByLabel('q from').inputValue()).toBe('wrong');
    await page.getByRole('button', { name: 'Distance (q)' }).click();
    await page
      .getByRole('application', { name: /shipped runs: .*distance irrelevance upwards/i })
      .waitFor();
    expect(await page.getByRole('application').count()).toBe(2);
    expect(problems).toEqual([]);
  });

  it('opens what is dropped, names a file it cannot read, and an address', async () => {
    const { page } = await open('?view=story');
    const lines = await shippedLine();
    await dropFile(page, 'lab.jsonl', manyLines(lines, 25));
    await page.getByRole('heading', { name: 'lab.jsonl' }).waitFor();
    await waitForCounts(page, /25 of 25 runs count/);
    await dropFile(page, 'holiday.csv', 'beach,sun\n1,2\n');
    await page
      .getByRole('alert')
      .getByText(/cannot be shown\. .*neither/)
      .waitFor();
    // What was there stays.
    await page.getByRole('heading', { name: 'lab.jsonl' }).waitFor();
    const other = await open('?view=map&table=sweeps/paper.runs');
    await other.page.getByRole('heading', { name: 'sweeps/paper.runs' }).waitFor();
    await waitForCounts(other.page, /37 of 37 runs count/);
    // Neither of them is an address at all.
    for (const address of ['http://', 'https://[']) {
      const odd = await open(`?view=map&table=${address}`);
      await odd.page
        .getByRole('status')
        .getByText(/^table=http.* is not possible/)
        .waitFor();
      expect(odd.problems).toEqual([]);
    }
    const missing = await open('?view=map&table=sweeps/none.runs');
    await missing.page
      .getByRole('alert')
      .getByText(/cannot be shown/)
      .waitFor();
  });

  it('draws ten thousand runs and answers at once', async () => {
    const { page, problems } = await open('?view=map');
    await pickTable(page, 'many.jsonl', manyLines(await shippedLine(), 10_000));
    await waitForCounts(page, /10,000 of 10,000 runs count/);
    const box = await mapFigure(page).boundingBox();
    if (box === null) throw new Error('The map has no box.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
    await page
      .getByText(/α 0\.\d+ · width \d+ · seed \d+/)
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });
});

describeInBrowser('a sweep in the page', ({ open }) => {
  it('fills the map, survives a reload, and ends with the runs of one that never stopped', async () => {
    const { page, problems } = await open('?view=map&backend=wasm');
    await startSweep(page, longer);
    await expect.poll(() => finishedRuns(page), { timeout: 60_000 }).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    const before = await finishedRuns(page);
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => finishedRuns(page), { timeout: 60_000 }).toBe(6);
    const stopped = await savedTable(page);

    const whole = await open('?view=map&backend=wasm');
    await startSweep(whole.page, longer);
    await expect.poll(() => finishedRuns(whole.page), { timeout: 60_000 }).toBe(6);
    expect(stopped).toEqual(await savedTable(whole.page));
    expect(problems).toEqual([]);
  });

  it('can be discarded, and goes on in one tab only', async () => {
    const { page } = await open('?view=map&backend=wasm');
    await startSweep(page, 'p=11;width=16;attention=0,1;seed=1,2;steps=100000');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Continue' }).click();
    await other
      .getByRole('alert')
      .getByText(/in another tab of this browser/)
      .waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Discard …' }).click();
    await page.getByRole('button', { name: /^discard \d+ runs$/i }).click();
    await page.getByRole('heading', { name: /train your own/i }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /train your own/i }).waitFor();
  });

  it('says what is wrong with a grid before it trains', async () => {
    const { page } = await open('?view=map');
    await page.getByText('As one line').click();
    await page.getByRole('textbox', { name: 'Grid' }).fill('attention=0:1:0.1;colour=red');
    await page.getByText(/The grid knows .*, not “colour”/).waitFor();
    expect(await page.getByRole('button', { name: /^train/i }).isDisabled()).toBe(true);
  });

  it('comes back to the map after a reload, and into the presenter', async () => {
    const { page } = await open('?view=map&backend=wasm');
    await startSweep(page, 'p=13;width=16;attention=0,0.5,1;seed=4;steps=200');
    await expect.poll(() => finishedRuns(page), { timeout: 60_000 }).toBe(3);
    await page.reload();
    await page.getByRole('heading', { name: 'Your sweep', level: 3 }).waitFor();
    await page.getByRole('button', { name: /^present/i }).click();
    const networks = page.getByRole('combobox', { name: 'Networks' });
    await networks
      .getByText(/width 16, seed 4, p 13 \(3 attention rates\)/)
      .waitFor({ state: 'attached' });
    await page.reload();
    await networks.getByText(/width 16, seed 4, p 13/).waitFor({ state: 'attached' });
    expect(await networks.locator('option').count()).toBe(1);
  });

  it('keeps what it can of a damaged database', async () => {
    const { page, problems } = await open('?view=map&backend=wasm');
    await startSweep(page, small);
    await expect.poll(() => finishedRuns(page), { timeout: 60_000 }).toBe(6);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open('clock-and-pizza-sweep');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('lines', 'readwrite');
            transaction.objectStore('lines').put('{"format":"clock', 'broken');
            transaction.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    await page.getByText(/one kept run could not be read/i).waitFor();
    expect(await finishedRuns(page)).toBe(6);
    expect(problems).toEqual([]);
  });

  it('does not disturb a run in the lab', async () => {
    const { page } = await open('?p=11&width=16&steps=400&backend=wasm&seed=3');
    await page
      .getByRole('button', { name: /^train/i })
      .first()
      .click();
    await page.getByRole('button', { name: /map many/i }).click();
    await startSweep(page, small);
    await expect.poll(() => finishedRuns(page), { timeout: 60_000 }).toBe(6);
    await page.getByRole('button', { name: /watch it learn/i }).click();
    await waitForState(page, 'done');
  });
});

describeInBrowser(
  'a sweep on a GPU',
  ({ open }) => {
    it('trains several networks in the same launches', async () => {
      const { page, problems } = await open('?view=map&backend=webgpu');
      await startSweep(page, 'p=5;width=16;attention=0,0.5,1;seed=1;steps=20');
      await page.getByText(/8 networks in the same launches/).waitFor({ timeout: 60_000 });
      await expect.poll(() => finishedRuns(page), { timeout: 100_000 }).toBe(3);
      expect(problems).toEqual([]);
    });
  },
  { webgpu: 'software' },
);

describeInBrowser('the presenter', ({ open }) => {
  it('walks along a row by keys, and every place is a run', async () => {
    const { page, problems } = await open('?view=present&width=128&attention=0&seed=1&steps=3000');
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await verdict.getByText('Pizza', { exact: true }).waitFor();
    await page.keyboard.press('End');
    await verdict.getByText('Clock', { exact: true }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText(/attention rate α = 0\.9/i).waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('seed')).toBe('2');
    await page.getByRole('slider', { name: /attention rate/i }).fill('0.13');
    await page.getByText(/attention rate α = 0\.1$/i).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /which algorithm emerges/i }).waitFor();
    expect(problems).toEqual([]);
  });

  it.each([
    ['dark', { width: 1920, height: 1080 }],
    ['light', { width: 390, height: 844 }],
  ] as const)('fits the screen: %s, %o', async (theme, viewport) => {
    const { page } = await open(`?view=present&theme=${theme}`, { viewport });
    await page.getByRole('region', { name: 'Verdict' }).getByText(/pizza/i).first().waitFor();
    const sizes = await page.evaluate(() => ({
      across: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(sizes.across).toBe(0);
    // For an audience nothing is below the edge of the screen.
    if (viewport.width > 1000) expect(sizes.down).toBe(0);
  });
});

/** One line of the shipped table. */
async function shippedLine(): Promise<string> {
  const { gunzipSync } = await import('node:zlib');
  const { root } = await import('../../src/setup/command.mjs');
  const text = gunzipSync(await readFile(`${root}public/sweeps/paper.runs`)).toString('utf8');
  return text.slice(0, text.indexOf('\n'));
}

/** Picks a table that lies on the disk, as a visitor's does: large ones are slow to hand over. */
async function pickTable(page: Page, name: string, text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'map-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  await page.getByTestId('table-file').setInputFiles(join(folder, name));
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([fileName, contents]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([contents as string], fileName as string));
      for (const type of ['dragover', 'drop']) {
        window.dispatchEvent(
          new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
        );
      }
    },
    [name, text],
  );
}

/** The downloaded table without the time its runs took, in an order of its own. */
async function savedTable(page: Page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download table' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  return readRunTable(text)
    .map((run) => ({ ...run, seconds: 0 }))
    .sort((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right)));
}

/** Rows in the layout of the authors’ release. */
function authorsTable(count: number): string {
  const names =
    'Name,State,C,act_fn,attn_coeff,d_model,diff_vocab,epoch,eqn_sign,frac,lr,n_heads,n_layers,' +
    'runid,weight_decay,distance_irrelevance,parameter_norm,training_accuracy,training_loss,' +
    'validation_accuracy,validation_loss,gradient_sim,circularity';
  const rows = Array.from({ length: count }, (_, index) => {
    const rate = index / count;
    const settings = `made-up-${index},finished,59,ReLU,${rate},128,0,20000,0,0.8,0.001,4,1,r${index},2`;
    return `${settings},${0.2 + 0.6 * rate},25,1,1e-7,1,2e-7,${1 - 0.6 * rate},0.998`;
  });
  return [names, ...rows].join('\n');
}
