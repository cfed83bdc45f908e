/** The story: what a Clock and a Pizza are, how one tells them apart, and what makes one emerge. */
import { useEffect } from 'react';
import english from '../messages/en/story/story.json';
import { createWords } from '../messages/words.ts';
import { chapterIds, chapterTitle, scrollToChapter } from '../ui/chapters.ts';
import { ClockChapter } from './chapters/clock.tsx';
import { ClockFaceChapter } from './chapters/clock-face.tsx';
import { ContestedChapter } from './chapters/contested.tsx';
import { EnsembleChapter } from './chapters/ensemble.tsx';
import { InsideChapter } from './chapters/inside.tsx';
import { KnobChapter } from './chapters/knob.tsx';
import { PizzaChapter } from './chapters/pizza.tsx';
import { TellingApartChapter } from './chapters/telling-apart.tsx';
import { TokensChapter } from './chapters/tokens.tsx';
import { TrainChapter } from './chapters/train.tsx';
import { WhyChapter } from './chapters/why.tsx';

const words = createWords('story/story', english);

/** All chapters. */
export function Story() {
  // The browser looked for the chapter of the address before it was there.
  useEffect(() => {
    const { hash } = window.location;
    if (hash.length > 1) scrollToChapter(hash.slice(1));
  }, []);
  return (
    <article className="story-article">
      <header className="story-opening">
        <p className="story-lead">{words('lead')}</p>
        <nav aria-label={words('chapters')}>
          <ol className="story-contents">
            {chapterIds.map((id) => (
              <li key={id}>
                <a href={`#${id}`}>{chapterTitle(id)}</a>
              </li>
            ))}
          </ol>
        </nav>
      </header>
      <ClockFaceChapter />
      <TokensChapter />
      <ClockChapter />
      <PizzaChapter />
      <TrainChapter />
      <InsideChapter />
      <TellingApartChapter />
      <KnobChapter />
      <EnsembleChapter />
      <ContestedChapter />
      <WhyChapter />
    </article>
  );
}
