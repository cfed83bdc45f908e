import { expect, it } from 'vitest';
import { describeInBrowser } from '../support/browser.ts';
import {
  pauseAndSettle,
  press,
  runStatus,
  timelineSlider,
  trainButton,
  trainToTheEnd,
  waitForState,
  waitForStep,
} from '../support/lab-page.ts';

describeInBrowser('settings', ({ open }) => {
  it('offers to train changed settings, and to undo the changes', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10');
    await trainToTheEnd(page);
    const width = page.getByRole('textbox', { name: /^width/i });
    await width.fill('24');
    await width.press('Enter');
    expect(await trainButton(page).textContent()).toMatch(/train these settings/i);
    expect(await page.getByText(/settings have changed/i).isVisible()).toBe(true);

    await press(page, /undo/i);
    expect(await width.inputValue()).toBe('16');
    expect(await page.getByText(/settings have changed/i).count()).toBe(0);

    await width.fill('24');
    await width.press('Enter');
    await trainButton(page).click();
    await waitForState(page, 'done');
    expect(await page.getByText(/settings have changed/i).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('can pause the run on screen while the settings differ', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=100000');
    await trainButton(page).click();
    await waitForStep(page, 5);
    const width = page.getByRole('textbox', { name: /^width/i });
    await width.fill('24');
    await width.press('Enter');
    const stopped = await pauseAndSettle(page);
    expect(await runStatus(page)).toMatchObject({ state: 'paused', step: stopped });
    expect(await trainButton(page).textContent()).toMatch(/train these settings/i);
    expect(problems).toEqual([]);
  });

  it('trains on when the number of steps is raised after the end', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10');
    await trainToTheEnd(page);
    await page.getByText(/^more settings/i).click();
    const steps = page.getByRole('textbox', { name: /^steps/i });
    await steps.fill('20');
    await steps.press('Enter');
    await trainButton(page).click();
    await waitForStep(page, 20);
    await waitForState(page, 'done');
    expect((await runStatus(page)).step).toBe(20);
    expect(problems).toEqual([]);
  });

  it('goes further than planned when asked to after the end', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10');
    await trainToTheEnd(page);
    await trainButton(page).click();
    await waitForStep(page, 15);
    expect(Number(new URL(page.url()).searchParams.get('steps'))).toBeGreaterThan(10);
    expect(problems).toEqual([]);
  });

  it('trains on another backend after a reset, and says that it takes one', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10&backend=wasm');
    await trainToTheEnd(page);
    await page.getByRole('combobox', { name: /^train on/i }).selectOption('cpu');
    expect(await page.getByText(/press reset to train on/i).isVisible()).toBe(true);
    await press(page, /^reset$/i);
    await trainToTheEnd(page);
    expect((await runStatus(page)).backend).toBe('cpu');
    expect(await page.getByText(/press reset to train on/i).count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('names what a setting accepts and keeps the run as it was', async () => {
    const { page, problems } = await open('?p=5&width=16&steps=10');
    const width = page.getByRole('textbox', { name: /^width/i });
    await width.fill('many');
    await width.press('Enter');
    expect(await page.getByText(/must be .*from 16 to 512/i).isVisible()).toBe(true);
    expect(await width.getAttribute('aria-invalid')).toBe('true');
    await trainToTheEnd(page);
    expect(new URL(page.url()).searchParams.get('width')).toBe('16');
    expect(problems).toEqual([]);
  });

  it('fills in all settings of a preset', async () => {
    const { page, problems } = await open('?p=5&width=16&seed=9');
    const clock = page.getByRole('button', { name: /^clock$/i });
    await clock.click();
    expect(await clock.getAttribute('aria-pressed')).toBe('true');
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      p: '59',
      width: '128',
      attention: '1',
    });
    expect(await page.getByRole('textbox', { name: /^modulus/i }).inputValue()).toBe('59');
    expect(await page.getByRole('slider', { name: /^attention/i }).inputValue()).toBe('1');

    await page.getByRole('button', { name: /^pizza$/i }).click();
    expect(new URL(page.url()).searchParams.get('attention')).toBe('0');
    expect(await clock.getAttribute('aria-pressed')).toBe('false');
    expect(problems).toEqual([]);
  });

  it('follows a slider', async () => {
    const { page, problems } = await open('?view=lab');
    await page.getByRole('slider', { name: /^attention/i }).press('ArrowRight');
    expect(await page.getByRole('textbox', { name: /^attention/i }).inputValue()).toBe('0.05');
    expect(new URL(page.url()).searchParams.get('attention')).toBe('0.05');
    expect(await timelineSlider(page).getAttribute('aria-disabled')).toBe('true');
    expect(problems).toEqual([]);
  });
});
