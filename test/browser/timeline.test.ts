import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  press,
  runStatus,
  shownLosses,
  timelineSlider,
  trainButton,
  trainToTheEnd,
  verdictCard,
  verdictNumbers,
  waitForStep,
} from '../support/lab-page.ts';
import { heatmapPicture } from '../support/pictures.ts';

describeInBrowser('the timeline', ({ open }) => {
  it('shows the untrained network while training goes on, and returns to the present', async () => {
    const { page, problems } = await open('?p=11&width=16&steps=100000');
    await trainButton(page).click();
    await waitForStep(page, 10);
    const slider = timelineSlider(page);
    await slider.press('Home');
    const stepOfVerdict = verdictCard(page).getByText(/^verdict at step 0$/i);
    await stepOfVerdict.waitFor();
    const { step } = await runStatus(page);
    await waitForStep(page, step + 20);
    expect(await stepOfVerdict.isVisible()).toBe(true);
    expect(await heatmapPicture(page).getAttribute('aria-label')).toMatch(/at step 0\b/i);
    expect((await shownLosses(page)).step).toBe(0);
    expect(await slider.getAttribute('aria-valuenow')).toBe('0');
    for (const [now, untrained] of Object.values(await verdictNumbers(page))) {
      expect(now).toBe(untrained);
    }

    await slider.press('End');
    await expect.poll(async () => (await shownLosses(page)).step).toBeGreaterThan(step);
    expect((await runStatus(page)).state).toBe('training');
    const { step: live } = await shownLosses(page);
    await expect.poll(async () => (await shownLosses(page)).step).toBeGreaterThan(live);
    expect(problems).toEqual([]);
  });

  it('goes back by the pointer and forward by the live button', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=60');
    await trainToTheEnd(page);
    const slider = timelineSlider(page);
    const box = await slider.boundingBox();
    if (box === null) throw new Error('The timeline is not on screen.');
    await page.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
    await expect
      .poll(async () => Number(await slider.getAttribute('aria-valuenow')))
      .toBeLessThan(60);
    expect((await runStatus(page)).step).toBe(60);
    await press(page, /^end$/i);
    await expect.poll(async () => slider.getAttribute('aria-valuenow')).toBe('60');
    expect(problems).toEqual([]);
  });

  it('follows the run again when training goes on', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=100000');
    await press(page, /^step$/i);
    await waitForStep(page, 1);
    await timelineSlider(page).press('Home');
    await verdictCard(page)
      .getByText(/^verdict at step 0$/i)
      .waitFor();
    await trainButton(page).click();
    await expect.poll(async () => (await shownLosses(page)).step).toBeGreaterThan(1);
    expect(problems).toEqual([]);
  });
});
