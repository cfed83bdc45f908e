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
        count equally, and what reaches the next layer is, in the main, the average of their two
        places: the point halfway between them.
      </p>
      <p>
        It is enough. Draw the ray from the centre through the midpoint. It halves the angle between
        a and b, so it stands at half the angle of their sum. Twice that angle is the answer.
        Imagine the circle cut like a pizza: it is the slice the midpoint lies on that tells. Hence
        the <Pizza />.
      </p>
      <Formula name="midpoint" />
      <p>
        There are two catches. First: every angle has two halves. 40° and 220° both double to 80°,
        so pairs with the same sum have midpoints on opposite sides of the centre, and the network
        must treat both sides alike. It needs an <em>absolute value</em>. Take it away with the
        switch and drag b all the way round: for about half of the pairs the tallest bar is now the
        worst answer. Networks build absolute values from two bending units, back to back.
      </p>
      <p>
        Second: the midpoint of two opposite points is the centre, whatever they are. There the
        Pizza is blind. The nearer a and b are to being opposite, the weaker its vote.
      </p>
      <Formula name="pizza" />
      <p>
        Compare it with the <Clock />
        ’s: one factor more, which depends on a − b. It is the fingerprint we will look for in
        chapter 7.
      </p>
      <p>
        Networks find a remedy. On a second circle of twice the frequency, opposite points of the
        first fall on the same place. It votes for the answer where a and b are far apart and holds
        back where they are close, so that together the votes are about equally strong. The paper
        calls it an <em>accompanying</em> circle; add it with the second switch.
      </p>
      <Formula name="accompanying" />
    </Chapter>
  );
}
