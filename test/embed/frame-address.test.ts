import { describe, expect, it } from 'vitest';
import { frameAddress } from '../../src/embed/frame-address.ts';
import { behaviourNames, settingNames } from '../../src/embed/names.ts';
import { readBehaviour } from '../../src/state/embedding/behaviour.ts';
import { decodeAddress, knownNames } from '../../src/state/url.ts';

const base = 'https://example.org/pizza/';

/** Parameters of the frame of an element with these attributes. */
function parameters(
  attributes: Readonly<Record<string, string>>,
  { theme = 'auto', language = '' } = {},
): Record<string, string> {
  const attribute = (name: string) => attributes[name] ?? null;
  const address = new URL(frameAddress({ base, attribute, theme, language }));
  expect(`${address.origin}${address.pathname}`).toBe(base);
  return Object.fromEntries(address.searchParams);
}

describe('the address of an element’s frame', () => {
  it('is that of circles, without a poster, when nothing is said', () => {
    expect(parameters({})).toEqual({ embed: 'circles', poster: '0' });
    expect(parameters({ figure: '' })).toEqual({ embed: 'circles', poster: '0' });
  });

  it('holds every setting that has a value', () => {
    const all = Object.fromEntries(settingNames.map((name) => [name, `value of ${name}`]));
    expect(parameters({ figure: 'pair', ...all })).toEqual({ embed: 'pair', poster: '0', ...all });
    expect(parameters({ run: '', p: '', seed: '7' })).toMatchObject({ seed: '7' });
    expect(parameters({ run: '', p: '' })).not.toHaveProperty('run');
  });

  it('holds the step, also when it is 0', () => {
    expect(parameters({ step: '0' }).step).toBe('0');
    expect(parameters({ step: '150' }).step).toBe('150');
    expect(parameters({ step: '' })).not.toHaveProperty('step');
  });

  it('takes an attribute without a value for a yes, and one that says no for a no', () => {
    for (const name of behaviourNames) {
      expect(parameters({})).not.toHaveProperty(name);
      for (const yes of ['', '1', name, 'true', 'yes']) {
        expect(parameters({ [name]: yes })[name]).toBe('1');
      }
      for (const no of ['0', 'no', 'off', 'false']) {
        expect(parameters({ [name]: no })[name]).toBe('0');
      }
    }
  });

  it('names theme and language where they are known', () => {
    expect(parameters({}, { theme: 'dark', language: 'pt-BR' })).toMatchObject({
      theme: 'dark',
      lang: 'pt-BR',
    });
    const unknown = parameters({}, { theme: 'auto', language: '' });
    expect(unknown).not.toHaveProperty('theme');
    expect(unknown).not.toHaveProperty('lang');
  });

  it('lets no attribute say more than its own value', () => {
    const { embed, run, autorun } = parameters({ figure: 'circles&run=x', run: 'a&autorun=1#b?c' });
    expect(embed).toBe('circles&run=x');
    expect(run).toBe('a&autorun=1#b?c');
    expect(autorun).toBeUndefined();
  });

  it('passes on no attribute of other names', () => {
    const others = { view: 'map', autorun: '1', onload: 'x', srcdoc: 'x', embed: 'lab' };
    expect(parameters(others)).toEqual({ embed: 'circles', poster: '0' });
  });

  it('is one the page reads without a notice', () => {
    const attributes = { figure: 'heatmap', run: 'clock', seed: '3', step: '10', autoplay: '' };
    const made = frameAddress({
      base,
      attribute: (name) => (attributes as Record<string, string>)[name] ?? null,
      theme: 'dark',
      language: 'en',
    });
    const { search } = new URL(made);
    const { page, configuration, problems } = decodeAddress(search);
    expect(problems).toEqual([]);
    expect(page).toMatchObject({ embed: 'heatmap', run: 'clock', step: 10, theme: 'dark' });
    expect(configuration.seed).toBe(3);
    expect(readBehaviour(search)).toMatchObject({ autoplay: true, controls: true, poster: false });
  });
});

describe('names of the element', () => {
  it('are those of the page’s address, but for what means something else in a frame', () => {
    const otherwise = [
      ...['embed', 'view', 'autorun', 'theme', 'step'],
      ...behaviourNames,
      ...['poster', 'lang'],
    ];
    const expected = [...knownNames].filter((name) => !otherwise.includes(name));
    expect([...settingNames].sort()).toEqual(expected.sort());
    for (const name of otherwise) expect(knownNames).toContain(name);
  });
});
