/** A question before the dots are shown: where do the arrows part? */
import type { OwnRun } from '../../state/tables.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';

/** Above this gradients agree (README, "Two words to know"). */
const symmetric = 0.98;

/** Attention rates one can guess; none before the guess. */
export type Guess = 'none' | '0.25' | '0.5' | '0.75';

const guesses = [
  { value: '0.25', label: 'about 0.25' },
  { value: '0.5', label: 'about 0.5' },
  { value: '0.75', label: 'about 0.75' },
] as const satisfies readonly { value: Guess; label: string }[];

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
      <p>
        Without attention the arrows agree, with full attention they do not. At which attention rate
        do they part?
      </p>
      <FigureSwitch<Guess> label="Your guess" value={guess} options={guesses} onChange={onGuess} />
      <p role="status" className="story-answer">
        {guess === 'none' ? 'Guess, and all dots are drawn.' : answer(runs)}
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
  if (agreeing.length === 0 || parted.length === 0) return 'These runs do not tell.';
  return `The first networks with parted arrows stand at ${Math.min(...parted)}, the last without at ${Math.max(...agreeing)}.`;
}
