/** The story: what a Clock and a Pizza are, how one tells them apart, and what makes one emerge. */
import { useEffect } from 'react';
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

const contents = [
  ['clock-face', 'Adding on a clock face'],
  ['tokens', 'Fifty-nine strangers'],
  ['clock', 'The Clock'],
  ['pizza', 'The Pizza'],
  ['train', 'Train one now'],
  ['inside', 'Inside it'],
  ['telling-apart', 'Telling them apart'],
  ['knob', 'Turn the knob'],
  ['ensemble', 'An ensemble'],
  ['contested', 'What is contested'],
  ['why', 'Why it matters'],
] as const;

/** All chapters. */
export function Story() {
  // The browser looked for the chapter of the address before it was there.
  useEffect(() => {
    const { hash } = window.location;
    if (hash.length > 1) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className="story-article">
      <header className="story-opening">
        <p className="story-lead">
          A small network learns to add. It is never told how. Two networks, equally good, turn out
          to do it in two different ways, and this is how one finds out.
        </p>
        <nav aria-label="Chapters">
          <ol className="story-contents">
            {contents.map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
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
