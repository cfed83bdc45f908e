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
        The table holds all 3,481 questions. Every answer has its colour, and we see stripes. Switch
        to what the network sees: the same table, shuffled. That is where it begins.
      </p>
      <p>
        Four in five of the questions, chosen at random, are shown to it together with their
        answers. The ones with a dot are kept back. What it was shown it can memorise; the questions
        it has never seen tell whether it has understood. Not all of them: most are mirror images, b
        + a, of one that was shown, and a network that treats a and b alike gets those for free.
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
        Training changes all of these numbers, 212,608, a tiny bit at a time, a few thousand times,
        each time so that the right answers would have scored higher. There is one more force: in
        every step all numbers shrink a little towards zero. What does not help fades.
      </p>
    </Chapter>
  );
}
