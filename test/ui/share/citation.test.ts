import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseToSpeak } from '../../../src/messages/choose.ts';
import { speak } from '../../../src/messages/words.ts';
import { viewedSnapshot } from '../../../src/state/selectors.ts';
import type { PageState } from '../../../src/state/store.ts';
import { addressInFile } from '../../../src/ui/addressed-file.ts';
import { formatCount, settingsInWords } from '../../../src/ui/format.ts';
import { pageCitation, paperCitation } from '../../../src/ui/share/citation.ts';
import { citedRun } from '../../../src/ui/share/cited-run.ts';
import { sharedQuery } from '../../../src/ui/share/shared-address.ts';
import { withoutUsual } from '../../../src/ui/share/shown-settings.ts';
import { validConfiguration } from '../../support/addresses.ts';
import { stateWithRun } from '../../support/page-states.ts';

afterEach(() => speak('en'));

const today = new Date('2025-03-01T12:00:00Z');
const cited = (words: string, address = 'https://example.org/?run=pizza') =>
  pageCitation({ words, address, version: '1.2.3', today });

/** Fields of an entry by their names; fails where braces do not match. */
function fieldsOf(entry: string): Record<string, string> {
  const [, inside] = /^@\w+\{\w+,\n([\s\S]*)\n\}$/.exec(entry) ?? [];
  const fields = inside?.split(/,\n(?= {2}\w)/).map((line) => {
    const [, name = '', value = ''] = /^ {2}(\w+) *= \{([\s\S]*)\}$/.exec(line) ?? [];
    expectBalanced(value);
    return [name, value] as const;
  });
  return Object.fromEntries(fields ?? []);
}

function expectBalanced(text: string): void {
  let rest = text.replace(/[^{}]/g, '');
  while (rest.includes('{}')) rest = rest.replaceAll('{}', '');
  expect(rest, text).toBe('');
}

describe('the citation of the page', () => {
  it('says version, settings, day and address', () => {
    expect(fieldsOf(cited('p = 59, width 128, α = 0, seed 1, step 300'))).toEqual({
      key: 'Clock and Pizza, live',
      title: 'The Clock and the Pizza, live',
      note: 'Interactive article, version 1.2.3; p = 59, width 128, $\\alpha$ = 0, seed 1, step 300; accessed 2025-03-01',
      year: '2025',
      url: 'https://example.org/?run=pizza',
    });
  });

  it('has no letter and no sign that BibTeX would stumble over, for any settings', () => {
    fc.assert(
      fc.property(validConfiguration, fc.nat(100_000), (configuration, step) => {
        const words = `${settingsInWords(configuration, true)}, step ${formatCount(step)}`;
        const { note = '' } = fieldsOf(cited(words));
        expect(note).toMatch(/^[ -~]+$/);
        expect(note.replace(/\\[%&#_]|\$\\[a-z]+\$/g, '')).not.toMatch(/[%&#_$\\{}~^]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back its address when it is opened again, for any page', async () => {
    await fc.assert(
      fc.asyncProperty(stateWithRun, async (state) => {
        const address = `https://example.org/{a}/?${withoutUsual(sharedQuery(state))}`;
        const both = `${paperCitation}\n\n${cited('p = 59', address)}\n`;
        expectBalanced(both);
        const found = await addressInFile(new Blob([both]), 'citation');
        expect(found).toBe(address.replace('{a}', '%7Ba%7D'));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the run that is cited', () => {
  it('is said as on the page in English, for any run', () => {
    fc.assert(
      fc.property(stateWithRun, (state) => {
        fc.pre(state.inspection.subject?.kind !== 'file');
        const step = viewedSnapshot(state)?.result.step;
        const settings = settingsInWords(state.runConfiguration ?? state.configuration, true);
        expect(citedRun(state)).toBe(
          step === undefined ? settings : `${settings}, step ${formatCount(step)}`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is said in English whatever the page speaks', async () => {
    const [state] = fc.sample(stateWithRun, 1) as [PageState];
    const said = citedRun(state);
    await chooseToSpeak('zh-Hans');
    expect(citedRun(state)).toBe(said);
  });
});

describe('the citation of the paper', () => {
  it('is an entry with authors, title, year and number', () => {
    expectBalanced(paperCitation);
    expect(paperCitation).toMatch(/^@inproceedings\{zhong2023clock,/);
    expect(paperCitation).toMatch(
      /Zhong, Ziqian and Liu, Ziming and Tegmark, Max and Andreas, Jacob/,
    );
    expect(paperCitation).toContain('{2306.17844}');
  });
});
