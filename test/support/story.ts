/** The story's text without its figures. */
import { I18nProvider } from '@lingui/react';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { speaker } from '../../src/messages/words.ts';
import { createPageStore } from '../../src/state/store.ts';
import { ClockChapter } from '../../src/story/chapters/clock.tsx';
import { ClockFaceChapter } from '../../src/story/chapters/clock-face.tsx';
import { ContestedChapter } from '../../src/story/chapters/contested.tsx';
import { EnsembleChapter } from '../../src/story/chapters/ensemble.tsx';
import { InsideChapter } from '../../src/story/chapters/inside.tsx';
import { KnobChapter } from '../../src/story/chapters/knob.tsx';
import { PizzaChapter } from '../../src/story/chapters/pizza.tsx';
import { TellingApartChapter } from '../../src/story/chapters/telling-apart.tsx';
import { TokensChapter } from '../../src/story/chapters/tokens.tsx';
import { TrainChapter } from '../../src/story/chapters/train.tsx';
import { WhyChapter } from '../../src/story/chapters/why.tsx';
import { PageContext, type RunPage } from '../../src/ui/hooks/page.ts';

const chapters = [
  ...[ClockFaceChapter, TokensChapter, ClockChapter, PizzaChapter, TrainChapter, InsideChapter],
  ...[TellingApartChapter, KnobChapter, EnsembleChapter, ContestedChapter, WhyChapter],
];

/** Every chapter as the markup a browser is given first. */
export function chapterMarkup(): readonly string[] {
  // Figures are drawn too, though their words do not count: they look at the state of the page.
  const value = { store: createPageStore('') } as RunPage;
  return chapters.map((chapter) =>
    renderToStaticMarkup(
      createElement(
        I18nProvider,
        { i18n: speaker },
        createElement(PageContext.Provider, { value }, createElement(chapter)),
      ),
    ),
  );
}

/** The words of all chapters: no figures, no formulas but in words. */
export async function wordsOfStory(): Promise<string> {
  const withoutFigures = chapterMarkup().map((markup) =>
    markup.replace(/<figure[\s\S]*?<\/figure>/g, ' ').replace(/<math[\s\S]*?<\/math>/g, ' '),
  );
  return withoutFigures
    .join(' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
