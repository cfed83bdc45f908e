/** Chapter 8: the phase transition. */
import { lazy, Suspense } from 'react';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const PhaseTransition = lazy(async () => ({
  default: (await import('../../ui/explainers/PhaseTransition.tsx')).PhaseTransition,
}));
const Challenges = lazy(async () => ({
  default: (await import('../../ui/explainers/Challenges.tsx')).Challenges,
}));

export function KnobChapter() {
  return (
    <Chapter
      id="knob"
      number={8}
      title="Turn the knob"
      figure={
        <FigurePlace height={940}>
          <Suspense fallback={null}>
            <PhaseTransition />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        Attention off gives a <Pizza />, full attention mostly a <Clock />. What happens on the way?
        The paper’s authors built a knob, the <em>attention rate</em> α. At 0 both tokens count
        equally, whatever they are; at 1 attention decides; between them the two are mixed.
      </p>
      <Formula name="attention" />
      <p>
        Each dot in the figure is one network, trained from its own random beginning by this
        project’s program. Follow them from left to right. For a long stretch turning the knob
        changes nothing; then, within a short one, the arrows fall apart. Physicists call such a
        thing a phase transition: water does not become a bit like ice, it freezes. The distance
        follows more slowly; switch to it and see. Where the arrows have parted already and the
        distance still matters, a network is neither, and stands there in grey.
      </p>
      <p>
        At the edge chance has its say: networks that differ only in their first random numbers fall
        to different sides. The recorded run at α = <RunNumber run="edge" name="attention" /> stays
        in between, with arrows at <RunNumber run="edge" name="symmetricity" /> and distance at{' '}
        <RunNumber run="edge" name="irrelevance" />.
      </p>
      <p>
        Width moves the edge. The more numbers a token has, the stronger the layers of bending units
        are compared with attention, and the longer the Pizza holds out. In the authors’ own table
        of runs the middle of the transition lies at an attention rate of 0.25 for width 32, 0.57
        for width 128 and 0.88 for width 512.
      </p>
      <h3>Four challenges</h3>
      <p>The page checks them by itself while you train, here or in the lab.</p>
      <Suspense fallback={null}>
        <Challenges />
      </Suspense>
    </Chapter>
  );
}
