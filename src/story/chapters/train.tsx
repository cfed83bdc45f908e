/** Chapter 5: train one now. */
import { lazy, Suspense } from 'react';
import { Chapter } from '../Chapter.tsx';
import { FigurePlace } from '../FigurePlace.tsx';
import { RunNumber } from '../RunNumber.tsx';
import { Clock, Pizza } from '../Words.tsx';

const LiveRun = lazy(async () => ({
  default: (await import('../../ui/explainers/LiveRun.tsx')).LiveRun,
}));

export function TrainChapter() {
  return (
    <Chapter
      id="train"
      number={5}
      title="Train one now"
      figure={
        <FigurePlace height={840}>
          <Suspense fallback={null}>
            <LiveRun />
          </Suspense>
        </FigurePlace>
      }
    >
      <p>
        Enough of drawings. Here is a network with 128 numbers for each token, as in the paper, and
        it knows nothing. Choose whether it may use attention, make a guess, and press Train: it
        learns on your machine. Or replay one of the recordings: real runs, made with this project’s
        own program. (A run’s <em>seed</em> is the number from which all its random choices start:
        the same seed gives the same run.)
      </p>
      <p>
        Watch the three small pictures. Each shows the tokens on one circle that the network might
        use, the strongest first; the lab shows six of them. In the beginning they are clouds. Some
        hundred steps in, circles form, though nobody asked for them. The colours show where each
        token would stand on a perfect circle, so order in the network becomes an even rainbow.
      </p>
      <p>
        Then watch the two curves part and meet. In the recorded Pizza run the network had 99 % of
        the questions right that it was shown by step <RunNumber run="pizza" name="fitted" />, and
        99 % of those it was never shown by step <RunNumber run="pizza" name="learned" />. The
        mirror images come first; the rest needs a method.
      </p>
      <p>
        Give it fewer examples and the gap becomes dramatic. In the run called “slow grokking” it
        sees three pairs in ten. It knows them by heart by step{' '}
        <RunNumber run="slow-grokking" name="fitted" />, and for a long while it gets only the
        mirror images of them, three in ten. The shrinking goes on, and learning by heart needs
        larger numbers than circles do: so most explanations go. By step{' '}
        <RunNumber run="slow-grokking" name="learned" /> it answers 99 % of what it was never shown.
        This is called <em>grokking</em>, and it is how this task became famous.
      </p>
      <p>
        The answer to your guess comes at the end of the run: on the way a verdict can change. How
        one tells a <Pizza /> from a <Clock /> is the matter of the next two chapters.
      </p>
    </Chapter>
  );
}
