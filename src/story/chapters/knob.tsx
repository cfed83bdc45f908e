/** Chapter 8: the phase transition. */
import { lazy, Suspense } from 'react';
import { ViewLink } from '../../ui/ViewLink.tsx';
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
        <FigurePlace height={690}>
          <Suspense fallback={null}>
            <PhaseTransition />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        Attention off mostly gives a <Pizza />, full attention a <Clock />. What happens on the way?
        The paper’s authors built a knob, the <em>attention rate</em> α. At 0 both tokens count
        equally, whatever they are; at 1 attention decides; between them the two are mixed.
      </p>
      <Formula name="attention" />
      <p>
        Each dot is one network, trained for 3,000 steps by this project’s program; dots of one seed
        begin with the same random numbers, and only the knob differs. Up to about one half the knob
        changes nothing. Then the arrows begin to part, the more the further one turns. Physicists
        call such a definite beginning a phase transition: so a magnet loses its force with heat.
        The distance follows more slowly; switch to it and see. Where the arrows have parted and the
        distance still matters, a network is between the two, and stands there in grey.
      </p>
      <p>
        Near the edge chance has its say: with other first random numbers the same settings give a
        Pizza or a network in between. The recorded run at α ={' '}
        <RunNumber run="edge" name="attention" /> stays in between, with arrows at{' '}
        <RunNumber run="edge" name="symmetricity" /> and distance at{' '}
        <RunNumber run="edge" name="irrelevance" />.
      </p>
      <p>
        Width moves the edge: the wider the network, the longer the Pizza holds out, perhaps because
        its layers of bending units are stronger compared with attention. In the{' '}
        <a href="https://github.com/fjzzq2002/pizza">tables of runs that the authors published</a>,
        half of the circular networks have lost the Pizza’s arrows at an attention rate of about 0.4
        for widths around 32, 0.5 at 128, and three quarters at 256; at 512 some are Pizzas even at
        full attention.
      </p>
      <p>
        Train more yourself: <ViewLink view="map">the map of many runs</ViewLink>.
      </p>
      <h3>Four challenges</h3>
      <p>
        The page checks them by itself while you train modulo 59; a verdict counts from step 2,000
        on.
      </p>
      <Suspense fallback={<div style={{ minHeight: 560 }} />}>
        <Challenges />
      </Suspense>
    </Chapter>
  );
}
