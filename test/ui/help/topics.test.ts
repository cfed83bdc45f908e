import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import english from '../../../src/messages/en/ui/help/texts.json';
import { speak } from '../../../src/messages/words.ts';
import { files } from '../../../src/messages/zh-Hans/files.ts';
import { configurationFields } from '../../../src/model/fields.ts';
import { root } from '../../../src/setup/command.mjs';
import { embeddedFigures } from '../../../src/state/embedding/figures.ts';
import { chapterIds, chapterInWords } from '../../../src/ui/chapters.ts';
import { helpText } from '../../../src/ui/help/texts.ts';
import { type HelpTopic, helpChapters } from '../../../src/ui/help/topics.ts';
import { measureRows } from '../../../src/ui/inside/MeasuresCard.tsx';
import { inspectionOf } from './inspection.ts';

const topics = Object.keys(helpChapters) as HelpTopic[];

/** Everything the lab shows of a network, and what it is judged by. */
const measures = [
  ...['gradientSymmetricity', 'distanceIrrelevance', 'circularity', 'verdict', 'loss', 'accuracy'],
  ...['twoMeasures', 'path', 'circles', 'heatmap', 'timeline', 'clockFit', 'pizzaFit'],
];

/** What can be chosen besides the settings of a run. */
const controls = [
  ...['preset', 'speed', 'runButtons', 'hidden', 'screen', 'backend', 'exports'],
  ...['mapDots', 'mapUpwards', 'mapColour', 'mapCircles', 'mapForm', 'mapFilters'],
  ...['sweepSize', 'sweepAttention', 'sweepSecond', 'sweepSeeds', 'sweepSteps', 'sweepEarly'],
];

/** Chapters as they stand in the story, by their numbers. */
function chaptersOfStory(): string[] {
  const folder = `${root}src/story/chapters/`;
  const found = readdirSync(folder).map((name) => {
    const text = readFileSync(`${folder}${name}`, 'utf8');
    const [, id = '', number = ''] = /<Chapter\s+id="([\w-]+)"\s+number=\{(\d+)\}/.exec(text) ?? [];
    return { id, number: Number(number) };
  });
  return found.sort((left, right) => left.number - right.number).map(({ id }) => id);
}

afterEach(() => speak('en'));

describe('help', () => {
  it('there is for every setting of a run, every measure and every control', () => {
    const wanted = [...Object.keys(configurationFields), ...measures, ...controls];
    expect([...topics].sort()).toEqual(wanted.sort());
  });

  it.each(['en', 'zh-Hans'] as const)('is one to three sentences for each, in %s', (language) => {
    speak(language, language === 'en' ? {} : files);
    for (const topic of topics) {
      const text = helpText(topic);
      const sentences = text.split(/[.?!](?:\s|$)|[。？！]/).filter((part) => part.trim() !== '');
      expect(sentences.length, `${topic}: ${text}`).toBeGreaterThanOrEqual(1);
      expect(sentences.length, `${topic}: ${text}`).toBeLessThanOrEqual(4);
      expect(text, topic).not.toContain('ui/help');
    }
  });

  it('repeats a setting’s own sentence only where that does not stand beneath the control', () => {
    const bare = topics.filter((topic) => !(topic in english));
    expect(bare.sort()).toEqual(['p', 'seed', 'width']);
  });

  it('leads to chapters that the story has', () => {
    expect(chaptersOfStory()).toEqual([...chapterIds]);
    for (const topic of topics) expect(chapterIds, topic).toContain(helpChapters[topic]);
    for (const figure of Object.values(embeddedFigures)) {
      if ('chapter' in figure) expect(chapterIds).toContain(figure.chapter);
    }
    expect(chapterInWords('knob')).toBe('Chapter 8: Turn the knob');
  });

  it('is in the list of all measures, too', () => {
    const rows = measureRows(inspectionOf());
    expect(rows.length).toBeGreaterThanOrEqual(13);
    for (const { name, about, chapter } of rows) {
      expect(about, name).not.toBe('');
      expect(chapterIds, name).toContain(chapter);
    }
  });
});
