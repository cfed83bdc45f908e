/** Chapter 7: telling Clock and Pizza apart. */

import english from '../../messages/en/story/chapters/telling-apart.json';
import { createWords } from '../../messages/words.ts';
import { TellingApart } from '../../ui/explainers/TellingApart.tsx';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/telling-apart', english);

export function TellingApartChapter() {
  return (
    <Chapter id="telling-apart" number={7} title={words('title')} figure={<TellingApart />}>
      <p>{words('question')}</p>
      <p>
        <Phrase of={words} say="arrows" parts={{ pizza: <Pizza />, clock: <Clock /> }} />
      </p>
      <p>
        <Phrase of={words} say="symmetricity" parts={{ em: <em /> }} />
      </p>
      <Formula name="symmetricity" />
      <p>
        <Phrase
          of={words}
          say="measuredArrows"
          parts={{
            pizza: <RunNumber run="pizza" name="symmetricity" />,
            clock: <RunNumber run="clock" name="symmetricity" />,
          }}
        />
      </p>
      <p>
        <Phrase of={words} say="irrelevance" parts={{ em: <em /> }} />
      </p>
      <Formula name="irrelevance" />
      <p>
        <Phrase
          of={words}
          say="verdict"
          parts={{
            pizzaDistance: <RunNumber run="pizza" name="irrelevance" />,
            clockDistance: <RunNumber run="clock" name="irrelevance" />,
            pizza: <Pizza />,
            clock: <Clock />,
          }}
        />
      </p>
    </Chapter>
  );
}
