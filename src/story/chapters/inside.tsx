/** Chapter 6: inside the network just trained. */
import { lazy, Suspense } from 'react';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';

const InsideRun = lazy(async () => ({
  default: (await import('../../ui/explainers/InsideRun.tsx')).InsideRun,
}));

export function InsideChapter() {
  return (
    <Chapter
      id="inside"
      number={6}
      title="Inside it"
      figure={
        <FigurePlace height={830}>
          <Suspense fallback={null}>
            <InsideRun />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        A trained network answers 3,481 questions. The picture shows with how much conviction it
        gives the right answer to each of them: the logit of a + b, dark where it is low and light
        where it is high. The cells are not sorted by a and b, but by what should and what should
        not matter: from left to right the sum a + b, from top to bottom the distance a − b.
      </p>
      <p>
        If the distance did not matter, all rows would be alike: upright stripes, or no pattern at
        all. If its conviction depends on the distance, rows differ and bands lie across the
        picture. Look at yours before you read on.
      </p>
      <p>
        Then take one sum of your own. Under “One sum” the network is taken apart into its circles:
        each keeps two of the 128 dimensions, everything else is erased, and what is left of the
        network is asked again. Each circle gives its own vote, and the votes are added up. One
        circle alone hesitates between several answers. Where another one hesitates as well, it
        hesitates between different ones, and the answer they agree on stands out. In a Pizza this
        works for nearly every sum. In a Clock attention mixes the circles, so that the whole is
        more than the sum of its votes; the figure says how often the votes alone are right.
      </p>
    </Chapter>
  );
}
