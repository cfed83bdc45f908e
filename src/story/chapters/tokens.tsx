/** Chapter 2: what the network is given. */

import english from '../../messages/en/story/chapters/tokens.json';
import { createWords } from '../../messages/words.ts';
import { TaskTable } from '../../ui/explainers/TaskTable.tsx';
import { Phrase } from '../../ui/Phrase.tsx';
import { Chapter } from '../Chapter.tsx';

const words = createWords('story/chapters/tokens', english);

export function TokensChapter() {
  return (
    <Chapter id="tokens" number={2} title={words('title')} figure={<TaskTable />}>
      <p>{words('names')}</p>
      <p>{words('table')}</p>
      <p>{words('split')}</p>
      <p>
        <Phrase of={words} say="network" parts={{ em: <em /> }} />
      </p>
      <p>{words('training')}</p>
    </Chapter>
  );
}
