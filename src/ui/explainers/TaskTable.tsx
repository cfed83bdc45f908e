/** What the network is given: a table of sums between names without meaning. */
import { useMemo, useState } from 'react';
import english from '../../messages/en/ui/explainers/task-table.json';
import { createWords } from '../../messages/words.ts';
import { createTaskTableFigure } from '../../plots/explainers/task-table-figure.ts';
import { taskSplit } from '../../state/task.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

const words = createWords('ui/explainers/task-table', english);

const { p, trainMask } = taskSplit();

/** All sums mod 59, as we see them and as the network does. */
export function TaskTable() {
  const [colour, setColour] = useState<'answers' | 'symbols'>('answers');
  const [pair, setPair] = useState({ a: 12, b: 34 });
  const data = useMemo(() => ({ p, trainMask, colour, ...pair }), [colour, pair]);
  const host = useLocalFigure(
    (element) => createTaskTableFigure(element, { onPick: (a, b) => setPair({ a, b }) }),
    data,
    'task',
  );
  return (
    <StoryFigure
      title={words('title')}
      name="task"
      caption={words('caption')}
      switches={
        <FigureSwitch
          label={words('viewer')}
          value={colour}
          options={[
            { value: 'answers', label: words('we') },
            { value: 'symbols', label: words('network') },
          ]}
          onChange={setColour}
        />
      }
    >
      <div ref={host} />
    </StoryFigure>
  );
}
