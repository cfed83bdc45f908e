/** Chapter 8: the phase transition. */
import { lazy, Suspense } from 'react';
import english from '../../messages/en/story/chapters/knob.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../../ui/Phrase.tsx';
import { ViewLink } from '../../ui/ViewLink.tsx';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { Link } from '../Link.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/knob', english);

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
      title={words('title')}
      figure={
        <FigurePlace height={690}>
          <Suspense fallback={null}>
            <PhaseTransition />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        <Phrase of={words} say="rate" parts={{ pizza: <Pizza />, clock: <Clock />, em: <em /> }} />
      </p>
      <Formula name="attention" />
      <p>{words('transition')}</p>
      <p>
        <Phrase
          of={words}
          say="edge"
          parts={{
            attention: <RunNumber run="edge" name="attention" />,
            symmetricity: <RunNumber run="edge" name="symmetricity" />,
            irrelevance: <RunNumber run="edge" name="irrelevance" />,
          }}
        />
      </p>
      <p>
        <Phrase
          of={words}
          say="width"
          parts={{ link: <Link to="https://github.com/fjzzq2002/pizza" /> }}
        />
      </p>
      <p>
        <Phrase of={words} say="map" parts={{ map: <ViewLink view="map">{null}</ViewLink> }} />
      </p>
      <h3>{words('challenges')}</h3>
      <p>{words('checks')}</p>
      <Suspense fallback={<div style={{ minHeight: 560 }} />}>
        <Challenges />
      </Suspense>
    </Chapter>
  );
}
