/** Chapter 4: the Pizza algorithm. */

import english from '../../messages/en/story/chapters/pizza.json';
import { createWords } from '../../messages/words.ts';
import { PizzaAlgorithm } from '../../ui/explainers/Algorithms.tsx';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/pizza', english);

export function PizzaChapter() {
  return (
    <Chapter id="pizza" number={4} title={words('title')} figure={<PizzaAlgorithm />}>
      <p>{words('average')}</p>
      <p>
        <Phrase of={words} say="slice" parts={{ pizza: <Pizza /> }} />
      </p>
      <Formula name="midpoint" />
      <p>
        <Phrase of={words} say="absolute" parts={{ em: <em /> }} />
      </p>
      <p>{words('blind')}</p>
      <Formula name="pizza" />
      <p>
        <Phrase of={words} say="fingerprint" parts={{ clock: <Clock /> }} />
      </p>
      <p>
        <Phrase of={words} say="accompanying" parts={{ em: <em /> }} />
      </p>
      <Formula name="accompanying" />
    </Chapter>
  );
}
