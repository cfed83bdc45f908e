/** Chapter 6: inside the network just trained. */
import { lazy, Suspense } from 'react';
import english from '../../messages/en/story/chapters/inside.json';
import { createWords } from '../../messages/words.ts';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';

const words = createWords('story/chapters/inside', english);

const InsideRun = lazy(async () => ({
  default: (await import('../../ui/explainers/InsideRun.tsx')).InsideRun,
}));

export function InsideChapter() {
  return (
    <Chapter
      id="inside"
      number={6}
      title={words('title')}
      figure={
        <FigurePlace height={830}>
          <Suspense fallback={null}>
            <InsideRun />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>{words('picture')}</p>
      <p>{words('bands')}</p>
      <p>{words('oneSum')}</p>
    </Chapter>
  );
}
