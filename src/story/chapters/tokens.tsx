/** Chapter 2: what the network is given. */
import { TaskTable } from '../../ui/explainers/TaskTable.tsx';
import { Chapter } from '../Chapter.tsx';

export function TokensChapter() {
  return (
    <Chapter id="tokens" number={2} title="Fifty-nine strangers" figure={<TaskTable />}>
      <p>
        We know that 12 comes before 13. The network does not. To it the fifty-nine numbers are
        tokens: names, as unrelated as fifty-nine faces in a crowd. It is shown two of them and has
        to say which third one belongs to them.
      </p>
      <p>
        The table holds all 3,481 questions. As we see it, every answer has its colour and the
        stripes leap to the eye. Switch to what the network sees: the same table, with rows, columns
        and colours shuffled. That is where it begins.
      </p>
      <p>
        Four in five of the questions, chosen at random, are shown to it together with their
        answers. The pale ones are kept back. What it was shown it can memorise; only the questions
        it has never seen tell whether it has understood.
      </p>
      <p>
        What does it have to work with? Each token is given a list of 128 numbers, random at first:
        its <em>embedding</em>, a place in a space of 128 dimensions. The two lists go through a
        layer of <em>attention</em>, which decides how much each of the two tokens listens to the
        other, and through a layer of 512 simple units that can bend what they receive: each passes
        on positive numbers and turns negative ones into zero. Out comes a score for each of the
        fifty-nine possible answers, its <em>logit</em>. The largest one is the network’s answer.
      </p>
      <p>
        Training changes all of these numbers, some 230,000, a tiny bit at a time, a few thousand
        times, always so that the right answers would have scored higher. There is no other teacher.
      </p>
    </Chapter>
  );
}
