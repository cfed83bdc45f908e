/** Chapter 1: adding on a clock face. */
import { ClockFace } from '../../ui/explainers/ClockFace.tsx';
import { Chapter } from '../Chapter.tsx';
import { Formula } from '../formulas/Formula.tsx';

export function ClockFaceChapter() {
  return (
    <Chapter id="clock-face" number={1} title="Adding on a clock face" figure={<ClockFace />}>
      <p>
        It is nine o’clock. What time is it in five hours? You do not say fourteen. You walk past
        the top of the face and say two. You have just added modulo twelve, and you have done it
        without a rule: the face did it for you, because it is round.
      </p>
      <p>
        Nothing about twelve is special. Take a face with fifty-nine hours, the number used
        throughout this page because the paper used it: a prime, so that no two hours are ever
        confused by counting in steps.
      </p>
      <Formula name="task" />
      <p>
        That is the whole task. Why train a neural network on it? Because a network that has learned
        it has invented a method, nobody told it which, and the task is small enough that we can
        open the network and find out.
      </p>
      <p>
        Researchers found one method, which was later named the clock. Then others found that a
        network only slightly different does something else. This page is about the two, how to tell
        them apart, and what decides between them. The networks you will see learn on your own
        machine or were recorded beforehand; the page always says which.
      </p>
    </Chapter>
  );
}
