/** A number of a recorded run in the text, with the way to that run. */
import english from '../messages/en/story/run-number.json';
import { createWords } from '../messages/words.ts';
import { writeQuoted } from '../ui/explainers/quoted.ts';
import { numbers } from './numbers.ts';

const words = createWords('story/run-number', english);

type RunName = keyof typeof numbers;
type NumberName = keyof (typeof numbers)[RunName];

/** The number as `numbers.ts` has it. It opens the run it was taken from. */
export function RunNumber(props: { readonly run: RunName; readonly name: NumberName }) {
  const { run, name } = props;
  return (
    <a href={`?view=lab&run=${run}`} className="run-number" title={words('open')}>
      {write(name, numbers[run][name])}
    </a>
  );
}

function write(name: NumberName, text: string): string {
  if (name === 'verdict') return words('verdict', { verdict: text });
  if (name === 'frequencies') return text.split(', ').map(writeQuoted).join(words('separator'));
  return writeQuoted(text);
}
