/** Chapter 9: not one algorithm but an ensemble. */
import { lazy, Suspense } from 'react';
import english from '../../messages/en/story/chapters/ensemble.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { Link } from '../Link.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/ensemble', english);

const Ensemble = lazy(async () => ({
  default: (await import('../../ui/explainers/Ensemble.tsx')).Ensemble,
}));

export function EnsembleChapter() {
  return (
    <Chapter
      id="ensemble"
      number={9}
      title={words('title')}
      figure={
        <FigurePlace height={835}>
          <Suspense fallback={null}>
            <Ensemble />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        <Phrase
          of={words}
          say="several"
          parts={{
            pizzaCircles: <RunNumber run="pizza" name="circles" />,
            pizzaFrequencies: <RunNumber run="pizza" name="frequencies" />,
            clockCircles: <RunNumber run="clock" name="circles" />,
            clockFrequencies: <RunNumber run="clock" name="frequencies" />,
          }}
        />
      </p>
      <p>
        <Phrase of={words} say="together" parts={{ pizza: <Pizza />, clock: <Clock /> }} />
      </p>
      <p>
        <Phrase
          of={words}
          say="subtlety"
          parts={{ link: <Link to="https://github.com/fjzzq2002/pizza" /> }}
        />
      </p>
    </Chapter>
  );
}
