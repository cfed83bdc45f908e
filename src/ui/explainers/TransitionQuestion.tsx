/** A question before the dots are shown: where do the arrows part? */
import english from '../../messages/en/ui/explainers/transition-question.json';
import { createWords } from '../../messages/words.ts';
import type { OwnRun } from '../../state/tables.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatRate } from './rate.ts';

const words = createWords('ui/explainers/transition-question', english);

/** Above this gradients agree (README, "Two words to know"). */
const symmetric = 0.98;

/** Attention rates one can guess; none before the guess. */
export type Guess = 'none' | '0.25' | '0.5' | '0.75';

const guesses = ['0.25', '0.5', '0.75'] as const satisfies readonly Guess[];

/** True for the runs that are on show before the guess. */
export function isAtAnEnd({ configuration }: OwnRun): boolean {
  return configuration.attentionRate === 0 || configuration.attentionRate === 1;
}

/** The question, and then its answer from the runs themselves. */
export function TransitionQuestion(props: {
  readonly runs: readonly OwnRun[];
  readonly guess: Guess;
  readonly onGuess: (guess: Guess) => void;
}) {
  const { runs, guess, onGuess } = props;
  return (
    <div className="story-question">
      <p>{words('question')}</p>
      <FigureSwitch<Guess>
        label={words('guess')}
        value={guess}
        options={guesses.map((value) => ({
          value,
          label: words('about', { rate: formatRate(Number(value)) }),
        }))}
        onChange={onGuess}
      />
      <p role="status" className="story-answer">
        {guess === 'none' ? words('prompt') : answer(runs)}
      </p>
    </div>
  );
}

function answer(runs: readonly OwnRun[]): string {
  const rates = (agree: boolean) =>
    runs
      .filter(({ result }) => result.gradientSymmetricity > symmetric === agree)
      .map(({ configuration }) => configuration.attentionRate);
  const [agreeing, parted] = [rates(true), rates(false)];
  if (agreeing.length === 0 || parted.length === 0) return words('undecided');
  return words('answer', {
    parted: formatRate(Math.min(...parted)),
    agreeing: formatRate(Math.max(...agreeing)),
  });
}
