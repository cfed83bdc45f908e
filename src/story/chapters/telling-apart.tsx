/** Chapter 7: telling Clock and Pizza apart. */
import { TellingApart } from '../../ui/explainers/TellingApart.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

export function TellingApartChapter() {
  return (
    <Chapter id="telling-apart" number={7} title="Telling them apart" figure={<TellingApart />}>
      <p>
        Both algorithms answer correctly. Both put tokens on circles. How can we know which one is
        at work inside? By asking not for the answer, but for how it would change.
      </p>
      <p>
        Take an answer c, and ask: where should the point of a move a little so that c gains most?
        And where the point of b? Two arrows. In a <Pizza /> they are the same, since a and b only
        enter through their midpoint, and the midpoint does not care which of them moves. In the{' '}
        <Clock /> the arrow of a depends on where b stands, and the other way round. Drag the points
        and watch the arrows part.
      </p>
      <p>
        The angle between them can be measured in any network. Averaged over a hundred random
        choices, as a cosine, it is called <em>gradient symmetricity</em>: 1 when the arrows always
        agree, 0 on average in an ideal Clock.
      </p>
      <Formula name="symmetricity" />
      <p>
        In the recorded Pizza run it ends at <RunNumber run="pizza" name="symmetricity" />, in the
        recorded Clock run at <RunNumber run="clock" name="symmetricity" />.
      </p>
      <p>
        The second look is the one you took in the last chapter: does conviction depend on the
        distance between a and b? Switch to the bands. A number for it is{' '}
        <em>distance irrelevance</em>: near 0 when all that varies varies with the distance, near 1
        when the distance decides nothing.
      </p>
      <Formula name="irrelevance" />
      <p>
        Here the Pizza ends at <RunNumber run="pizza" name="irrelevance" /> and the Clock at{' '}
        <RunNumber run="clock" name="irrelevance" />. This page calls a network a <Pizza /> when the
        first number is above 0.98 and the second below 0.6, a <Clock /> when both are on the other
        side, and “between” when they disagree, as they often do in a network that has only just
        understood. Neither is proof alone: symmetric arrows rule the Clock out, and only the
        distance speaks for the Pizza.
      </p>
    </Chapter>
  );
}
