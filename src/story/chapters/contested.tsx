/** Chapter 10: what is contested and what nobody knows. */

import english from '../../messages/en/story/chapters/contested.json';
import { createWords } from '../../messages/words.ts';
import { AuthorsNetworks } from '../../ui/explainers/AuthorsNetworks.tsx';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { Link } from '../Link.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const words = createWords('story/chapters/contested', english);

export function ContestedChapter() {
  return (
    <Chapter id="contested" number={10} title={words('title')} figure={<AuthorsNetworks />}>
      <p>
        <Phrase
          of={words}
          say="sameDisc"
          parts={{
            clock: <Clock />,
            pizza: <Pizza />,
            link: <Link to="https://arxiv.org/abs/2512.25060" />,
          }}
        />
      </p>
      <p>
        <Phrase
          of={words}
          say="data"
          parts={{ link: <Link to="https://github.com/fjzzq2002/pizza" /> }}
        />
      </p>
      <p>{words('unknown')}</p>
      <ul>
        <li>
          <Phrase
            of={words}
            say="whyCircular"
            parts={{ circularity: <RunNumber run="non-circular" name="circularity" /> }}
          />
        </li>
        <li>{words('edge')}</li>
        <li>
          <Phrase
            of={words}
            say="depth"
            parts={{
              steps: <RunNumber run="two-layers" name="steps" />,
              verdict: <RunNumber run="two-layers" name="verdict" />,
              symmetricity: <RunNumber run="two-layers" name="symmetricity" />,
            }}
          />
        </li>
        <li>
          <Phrase
            of={words}
            say="largeNetworks"
            parts={{
              found: <Link to="https://arxiv.org/abs/2405.14860" />,
              study: <Link to="https://arxiv.org/abs/2502.00873" />,
            }}
          />
        </li>
      </ul>
      <p>{words('slip')}</p>
    </Chapter>
  );
}
