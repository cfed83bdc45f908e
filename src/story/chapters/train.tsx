/** Chapter 5: train one now. */
import { lazy, Suspense } from 'react';
import english from '../../messages/en/story/chapters/train.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/train', english);

const LiveRun = lazy(async () => ({
  default: (await import('../../ui/explainers/LiveRun.tsx')).LiveRun,
}));

export function TrainChapter() {
  return (
    <Chapter
      id="train"
      number={5}
      title={words('title')}
      figure={
        <FigurePlace height={840}>
          <Suspense fallback={null}>
            <LiveRun />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        <Phrase of={words} say="start" parts={{ em: <em /> }} />
      </p>
      <p>{words('circles')}</p>
      <p>
        <Phrase
          of={words}
          say="curves"
          parts={{
            fitted: <RunNumber run="pizza" name="fitted" />,
            learned: <RunNumber run="pizza" name="learned" />,
          }}
        />
      </p>
      <p>
        <Phrase
          of={words}
          say="grokking"
          parts={{
            fitted: <RunNumber run="slow-grokking" name="fitted" />,
            learned: <RunNumber run="slow-grokking" name="learned" />,
            em: <em />,
          }}
        />
      </p>
      <p>
        <Phrase of={words} say="guess" parts={{ pizza: <Pizza />, clock: <Clock /> }} />
      </p>
    </Chapter>
  );
}
