import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import { press, runStatus, trainButton, waitForStep } from '../support/lab-page.ts';

describeInBrowser('a page that trains at the size of the paper', ({ open }) => {
  it('answers a click at once', async () => {
    const { page, problems } = await open('?p=59&width=128&attention=0&backend=wasm');
    await trainButton(page).click();
    await waitForStep(page, 5);
    await page.evaluate(() => {
      const status = document.querySelector('[data-testid="run-status"]');
      if (status === null) throw new Error('The page has no run-status element.');
      const marks = window as unknown as { answered: Promise<number> };
      marks.answered = new Promise((resolve) => {
        let clicked = 0;
        const note = (event: Event) => {
          clicked = event.timeStamp;
        };
        addEventListener('click', note, { capture: true, once: true });
        new MutationObserver(() => {
          if (status.getAttribute('data-state') === 'paused') resolve(performance.now() - clicked);
        }).observe(status, { attributes: true });
      });
    });
    await press(page, /^pause/i);
    const milliseconds = await page.evaluate(
      () => (window as unknown as { answered: Promise<number> }).answered,
    );
    expect((await runStatus(page)).state).toBe('paused');
    process.stdout.write(
      `From the click on Pause to the paused page: ${milliseconds.toFixed(0)} ms\n`,
    );
    expect(problems).toEqual([]);
  });
});
