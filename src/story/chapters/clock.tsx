/** Chapter 3: the Clock algorithm. */
import { ClockAlgorithm } from '../../ui/explainers/Algorithms.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { Clock } from '../Words.tsx';

export function ClockChapter() {
  return (
    <Chapter
      id="clock"
      number={3}
      title="The Clock: turn one hand by the other"
      figure={<ClockAlgorithm />}
    >
      <p>
        Suppose the network had placed its tokens around a circle, like the hours of a face. It need
        not walk in steps of one: because 59 is prime, it comes past every place in steps of seven,
        too. How many turns it makes on the way is the circle’s <em>frequency</em>.
      </p>
      <Formula name="place" />
      <p>
        Now adding is turning. Take the hand that points at a, and turn it on by the angle of b: it
        points at a + b. Drag the two hands and see. This is the <Clock />.
      </p>
      <p>
        Turning a hand takes a multiplication: the new place is made of products of the old ones.
      </p>
      <Formula name="product" />
      <p>
        Layers that only add and bend do not multiply directly, though with a and b side by side
        they can learn to imitate it. Attention does: it lets one token decide by how much another
        one counts.
      </p>
      <p>
        With the turned hand in place, every possible answer c gets a vote: the nearer its place on
        the circle is to the hand, the more.
      </p>
      <Formula name="clock" />
      <p>
        Look at the bars. The right answer has the tallest one, but its neighbours on the circle are
        nearly as tall. A single circle is an uncertain witness. And notice what does not matter:
        move a and b apart or together with the same sum, and the bars stay exactly as they are.
      </p>
    </Chapter>
  );
}
