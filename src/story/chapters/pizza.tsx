/** Chapter 4: the Pizza algorithm. */
import { PizzaAlgorithm } from '../../ui/explainers/Algorithms.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { Clock, Pizza } from '../Words.tsx';

export function PizzaChapter() {
  return (
    <Chapter
      id="pizza"
      number={4}
      title="The Pizza: meet in the middle"
      figure={<PizzaAlgorithm />}
    >
      <p>
        What if the network cannot multiply? Switch attention off, so that the two tokens simply
        count equally, and all that reaches the next layer is the average of their two places: the
        point halfway between them.
      </p>
      <p>
        It is enough. Draw the ray from the centre through the midpoint. It halves the angle between
        a and b, so it stands at half the angle of their sum. Twice that angle is the answer.
        Imagine the circle cut like a pizza: it is the slice the midpoint lies on that tells. Hence
        the <Pizza />.
      </p>
      <Formula name="midpoint" />
      <p>
        There are two catches. First: a and b may be more than half a turn apart, and then their
        midpoint falls on the far side of the centre, half a turn off. Doubling the angle forgives
        that, because twice half a turn is a whole one, but only if the network ignores on which
        side of the centre the point lies. It needs an <em>absolute value</em>. Take it away with
        the switch and drag b all the way round: for half of the pairs the tallest bar is now the
        worst answer. Networks build absolute values from two bending units, back to back.
      </p>
      <p>
        Second: the midpoint of two opposite points is the centre, whatever they are. There the
        Pizza is blind. The nearer a and b are to being opposite, the weaker its vote.
      </p>
      <Formula name="pizza" />
      <p>
        Compare the formula with the <Clock />
        ’s: one factor more, and it depends on a − b. That factor is the fingerprint we will look
        for in chapter 7.
      </p>
      <p>
        Networks find a remedy. On a second circle of twice the frequency, opposite points of the
        first fall on the same place. Its midpoint is at its strongest just where the first one is
        blind. The paper calls it an <em>accompanying</em> circle; add it with the second switch.
      </p>
      <Formula name="accompanying" />
    </Chapter>
  );
}
