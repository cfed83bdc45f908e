/** Chapter 10: what is contested and what nobody knows. */
import { AuthorsNetworks } from '../../ui/explainers/AuthorsNetworks.tsx';
import { Chapter } from '../Chapter.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

export function ContestedChapter() {
  return (
    <Chapter
      id="contested"
      number={10}
      title="What is contested, and what nobody knows"
      figure={<AuthorsNetworks />}
    >
      <p>
        Are <Clock /> and <Pizza /> really two algorithms? In 2025 Moisescu-Pareja and others{' '}
        <a href="https://arxiv.org/abs/2512.25060">argued that they are not</a>: the units of both
        kinds of networks arrange the pairs of numbers in the same shape, a disc, and do the same
        thing with it. Only a network that is given a and b side by side, instead of added, arranges
        them on a torus, which they would call a true Clock.
      </p>
      <p>
        The data support part of this. In the{' '}
        <a href="https://github.com/fjzzq2002/pizza">authors’ Clock network</a> the two phases of a
        unit, one for a and one for b, differ by a median of only 0.010, in the Pizza by 0.003, and
        in the network that gets both side by side by 1.50. Yet the same Clock network does have a
        small part that multiplies, about 1.7 % of the variation of its units, which the Pizza
        lacks, and its arrows do fall apart. Whether one calls that another algorithm, or the same
        one with a pinch of multiplication, is not settled. “Look inside” shows both numbers for any
        network you open.
      </p>
      <p>And some things nobody knows yet.</p>
      <ul>
        <li>
          Why are so few embeddings purely circular? That circles serve has been explained; but of
          the authors’ one-layer networks of the plain kind only a third are circular by their own
          measure. The recorded run “not circular” ends with a circularity of{' '}
          <RunNumber run="non-circular" name="circularity" />, where 0.995 counts as circular,
          although its planes look round one by one.
        </li>
        <li>
          What decides at the edge? We know of no rule that says which beginning will fall to which
          side.
        </li>
        <li>
          What happens with depth? The recorded network with two layers stood, when it was stopped
          after <RunNumber run="two-layers" name="steps" /> steps, at “
          <RunNumber run="two-layers" name="verdict" />
          ”, with arrows at <RunNumber run="two-layers" name="symmetricity" />.
        </li>
        <li>
          Does any of it carry over to large networks? Circles for days of the week and months of
          the year <a href="https://arxiv.org/abs/2405.14860">have been found</a> in language
          models, and <a href="https://arxiv.org/abs/2502.00873">one study</a> finds a Clock-like
          addition in some. Whether that is the whole story is open.
        </li>
      </ul>
      <p>
        One slip of the paper, for those who read it: the 91.4 % it reports for three circles
        belongs to two, four principal components; three give 99.7 %.
      </p>
    </Chapter>
  );
}
