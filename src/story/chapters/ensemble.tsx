/** Chapter 9: not one algorithm but an ensemble. */
import { lazy, Suspense } from 'react';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const Ensemble = lazy(async () => ({
  default: (await import('../../ui/explainers/Ensemble.tsx')).Ensemble,
}));

export function EnsembleChapter() {
  return (
    <Chapter
      id="ensemble"
      number={9}
      title="Not one algorithm but an ensemble"
      figure={
        <FigurePlace height={835}>
          <Suspense fallback={null}>
            <Ensemble />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        So far we spoke of “the” circle. Real networks keep several. The recorded Pizza has{' '}
        <RunNumber run="pizza" name="circles" /> with at least a twentieth of the power each, at the
        frequencies <RunNumber run="pizza" name="frequencies" />; the recorded Clock has{' '}
        <RunNumber run="clock" name="circles" />: <RunNumber run="clock" name="frequencies" />.
        Which ones win is settled by the random beginning; train with another seed and others do.
      </p>
      <p>
        They need each other. One circle puts the right answer only slightly before its neighbours;
        circles of other frequencies have other neighbours, and errors cancel. Some are accompanying
        circles that cover another’s blind spot: in the recorded Pizza 14 is twice 7, and twice 29
        and twice 20 are, counted around, 1 and 19. Within one network some circles may vote like a{' '}
        <Pizza /> and others like a <Clock />.
      </p>
      <p>
        There is a subtlety the figure cannot show and the lab can. Take all circles together, and
        the Pizza’s votes look almost like a Clock’s: the accompanying circle cancels most of the
        part that depends on distance. In the{' '}
        <a href="https://github.com/fjzzq2002/pizza">authors’ network</a> “Model A”, a Pizza by both
        measures of chapter 7, a sum of clock formulas explains 99.5 % of the variation of all
        logits. By this fit the Pizza shows only when the circles are isolated, one by one: there
        the pizza formula explains 99.2 % and the clock formula 75 %. What an algorithm is seems to
        depend on where you look. Open “Look inside” and switch circles off to see it.
      </p>
    </Chapter>
  );
}
