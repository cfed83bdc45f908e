/** Chapter 1: adding on a clock face. */

import english from '../../messages/en/story/chapters/clock-face.json';
import { createWords } from '../../messages/words.ts';
import { ClockFace } from '../../ui/explainers/ClockFace.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';

const words = createWords('story/chapters/clock-face', english);

export function ClockFaceChapter() {
  return (
    <Chapter id="clock-face" number={1} title={words('title')} figure={<ClockFace />}>
      <p>{words('twelve')}</p>
      <p>{words('fiftyNine')}</p>
      <Formula name="task" />
      <p>{words('task')}</p>
      <p>{words('twoMethods')}</p>
    </Chapter>
  );
}
