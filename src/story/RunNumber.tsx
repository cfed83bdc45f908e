/** A number of a recorded run in the text, with the way to that run. */
import { numbers } from './numbers.ts';

type RunName = keyof typeof numbers;
type NumberName = keyof (typeof numbers)[RunName];

/** The number as `numbers.ts` has it. It opens the run it was taken from. */
export function RunNumber(props: { readonly run: RunName; readonly name: NumberName }) {
  const { run, name } = props;
  return (
    <a
      href={`?view=lab&run=${run}`}
      className="run-number"
      title="Open the run this number is from"
    >
      {numbers[run][name]}
    </a>
  );
}
