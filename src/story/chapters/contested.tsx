/** Chapter 10: what is contested and what nobody knows. */
import { Chapter } from '../Chapter.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

export function ContestedChapter() {
  return (
    <Chapter id="contested" number={10} title="What is contested, and what nobody knows">
      <p>
        Are <Clock /> and <Pizza /> really two algorithms? In 2025 Moisescu-Pareja and others{' '}
        <a href="https://arxiv.org/abs/2512.25060">argued that they are not</a>: the units of both
        kinds of networks arrange the pairs of numbers in the same shape, a disc, and do the same
        thing with it. Only a network that is given a and b side by side, instead of added, arranges
        them on a torus, as a true Clock would.
      </p>
      <p>
        The data support part of this. In the authors’ Clock network the two phases of a unit, one
        for a and one for b, differ by a median of only 0.010, in the Pizza by 0.003, and in the
        network that gets both side by side by 1.50. Yet the same Clock network does have a small
        part that multiplies, about 1.7 % of the variation of its units, which the Pizza lacks, and
        its arrows do fall apart. Whether one calls that another algorithm, or the same one with a
        pinch of multiplication, is not settled. “Look inside” shows both numbers for any network
        you open.
      </p>
      <p>Some things nobody knows yet.</p>
      <ul>
        <li>
          Why these circles? Only a third of the authors’ one-layer networks have embeddings that
          are purely circular by their own measure. The recorded run “on the edge” ends with a
          circularity of <RunNumber run="edge" name="circularity" />, where 0.995 counts as
          circular, although its planes look round one by one.
        </li>
        <li>
          What decides at the edge? Nobody can say which of two beginnings will fall to which side.
        </li>
        <li>
          What happens with depth? The recorded network with two layers ends as “
          <RunNumber run="two-layers" name="verdict" />
          ”, with arrows at <RunNumber run="two-layers" name="symmetricity" />. In deeper networks
          simple pictures fit less well.
        </li>
        <li>
          Does any of it carry over to large networks? Circles for days of the week and months of
          the year have been found in language models. Whether they add like a Pizza is open.
        </li>
      </ul>
      <p>
        One slip of the paper, for those who read it: the 91.4 % it reports for three circles
        belongs to two, four principal components; three give 99.7 %.
      </p>
    </Chapter>
  );
}
