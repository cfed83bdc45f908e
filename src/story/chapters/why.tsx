/** Chapter 11: why it matters, further reading, credits. */
import { lazy, Suspense } from 'react';
import english from '../../messages/en/story/chapters/why.json';
import { createWords } from '../../messages/words.ts';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { Link } from '../Link.tsx';

const words = createWords('story/chapters/why', english);

const SameAnswers = lazy(async () => ({
  default: (await import('../../ui/explainers/SameAnswers.tsx')).SameAnswers,
}));

export function WhyChapter() {
  return (
    <Chapter
      id="why"
      number={11}
      title={words('title')}
      figure={
        <FigurePlace height={550}>
          <Suspense fallback={null}>
            <SameAnswers />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>{words('answers')}</p>
      <p>
        <Phrase
          of={words}
          say="safety"
          parts={{ link: <Link to="https://github.com/fjzzq2002/pizza" /> }}
        />
      </p>
      <h3>{words('reading')}</h3>
      <ul>
        <li>
          <Phrase
            of={words}
            say="clockAndPizza"
            parts={{ link: <Link to="https://arxiv.org/abs/2306.17844" /> }}
          />
        </li>
        <li>
          <Phrase
            of={words}
            say="progress"
            parts={{ link: <Link to="https://arxiv.org/abs/2301.05217" /> }}
          />
        </li>
        <li>
          <Phrase
            of={words}
            say="grokking"
            parts={{ link: <Link to="https://arxiv.org/abs/2201.02177" /> }}
          />
        </li>
        <li>
          <Phrase
            of={words}
            say="otherView"
            parts={{ link: <Link to="https://arxiv.org/abs/2512.25060" /> }}
          />
        </li>
      </ul>
      <h3>{words('works')}</h3>
      <p>{words('engines')}</p>
      <h3>{words('credits')}</h3>
      <p>{words('thanks')}</p>
    </Chapter>
  );
}
