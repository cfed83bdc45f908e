// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPageStore } from '../../../src/state/store.ts';
import { FirstStepsHint } from '../../../src/ui/help/FirstStepsHint.tsx';
import { HelpButton } from '../../../src/ui/help/HelpButton.tsx';
import { type Page, PageContext } from '../../../src/ui/hooks/page.ts';
import { snapshotOf } from '../../state/snapshots.ts';

let root: Root;
const store = createPageStore('?view=lab');

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  store.setState(createPageStore('?view=lab').getState());
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  root = createRoot(host);
});

afterEach(async () => {
  await act(async () => root.unmount());
  localStorage.clear();
});

/** Only what these components ask of the page. */
async function show(content: ReactNode) {
  const page = { store, inspection: {} } as unknown as Page;
  await act(async () =>
    root.render(<PageContext.Provider value={page}>{content}</PageContext.Provider>),
  );
}

const buttonNamed = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  ) as HTMLButtonElement;
const notes = () => [...document.querySelectorAll('[role="note"]')];
const press = (button: HTMLElement) =>
  act(async () => {
    button.focus();
    button.click();
    // The explanation's code is loaded when it is asked for.
    await import('../../../src/ui/help/HelpNote.tsx');
  });
const key = (name: string) =>
  act(async () => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  });

describe('a help button', () => {
  beforeEach(() =>
    show(
      <>
        <HelpButton topic="attentionRate" />
        <HelpButton topic="width" />
        <p id="elsewhere">elsewhere</p>
      </>,
    ),
  );

  it('opens and closes a text with a link to its chapter', async () => {
    const button = buttonNamed('What is the attention rate?');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const [note] = notes();
    expect(note?.id).toBe(button.getAttribute('aria-controls'));
    expect(note?.textContent).toContain('The knob of the paper');
    const link = note?.querySelector('a');
    expect(link?.textContent).toBe('Chapter 8: Turn the knob');
    expect(link?.getAttribute('href')).toBe('?view=story#knob');
    await press(button);
    expect(notes()).toEqual([]);
  });

  it('is closed by Escape, which gives the focus back', async () => {
    const button = buttonNamed('What is the width?');
    await press(button);
    document.querySelector<HTMLElement>('[role="note"] a')?.focus();
    expect(notes()).toHaveLength(1);
    await key('Escape');
    expect(notes()).toEqual([]);
    expect(document.activeElement).toBe(button);
  });

  it('is closed by a press elsewhere, and by another one', async () => {
    await press(buttonNamed('What is the width?'));
    await press(buttonNamed('What is the attention rate?'));
    expect(notes().map((note) => note.textContent)).toEqual([
      expect.stringContaining('The knob of the paper'),
    ]);
    await act(async () => {
      document
        .getElementById('elsewhere')
        ?.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
    });
    expect(notes()).toEqual([]);
  });
});

describe('the hint', () => {
  const hint = () => document.querySelector('section[aria-label="First steps"]');

  it('ticks off what is done, and goes for good when it is dismissed', async () => {
    await show(<FirstStepsHint />);
    expect(hint()?.querySelectorAll('[data-done="true"]').length).toBe(0);
    await act(async () => store.setState({ timeline: [snapshotOf(0), snapshotOf(5)] }));
    expect(hint()?.querySelectorAll('[data-done="true"]').length).toBe(1);
    await press(buttonNamed('Got it'));
    expect(hint()).toBeNull();
    await show(null);
    await show(<FirstStepsHint />);
    expect(hint()).toBeNull();
  });

  it('is dismissed by Escape', async () => {
    await show(<FirstStepsHint />);
    buttonNamed('Got it').focus();
    await key('Escape');
    expect(hint()).toBeNull();
  });

  it('is not shown in a frame of another page', async () => {
    store.setState(({ page }) => ({ page: { ...page, embed: 'lab' } }));
    await show(<FirstStepsHint />);
    expect(hint()).toBeNull();
  });
});
