/** Chapter 3: the Clock algorithm. */

import english from '../../messages/en/story/chapters/clock.json';
import { createWords } from '../../messages/words.ts';
import { ClockAlgorithm } from '../../ui/explainers/Algorithms.tsx';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { Clock } from '../Words.tsx';

const words = createWords('story/chapters/clock', english);

export function ClockChapter() {
  return (
    <Chapter id="clock" number={3} title={words('title')} figure={<ClockAlgorithm />}>
      <p>
        <Phrase of={words} say="circle" parts={{ em: <em /> }} />
      </p>
      <Formula name="place" />
      <p>
        <Phrase of={words} say="turning" parts={{ clock: <Clock /> }} />
      </p>
      <p>{words('products')}</p>
      <Formula name="product" />
      <p>{words('attention')}</p>
      <p>{words('votes')}</p>
      <Formula name="clock" />
      <p>{words('bars')}</p>
    </Chapter>
  );
}
