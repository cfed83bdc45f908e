/** What the network is given: a table of sums between names without meaning. */
import { useMemo, useState } from 'react';
import { createTaskTableFigure } from '../../plots/explainers/task-table-figure.ts';
import { taskSplit } from '../../state/task.ts';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { useLocalFigure } from '../hooks/local-figure.ts';
import { StoryFigure } from './StoryFigure.tsx';

const { p, trainMask } = taskSplit();

/** All sums mod 59, as we see them and as the network does. */
export function TaskTable() {
  const [colour, setColour] = useState<'answers' | 'symbols'>('answers');
  const [pair, setPair] = useState({ a: 12, b: 34 });
  const data = useMemo(() => ({ p, trainMask, colour, ...pair }), [colour, pair]);
  const host = useLocalFigure(
    (element) => createTaskTableFigure(element, { onPick: (a, b) => setPair({ a, b }) }),
    data,
  );
  return (
    <StoryFigure
      title="All sums mod 59"
      name="task"
      caption="Point at a cell, or walk with the arrow keys. Cells with a dot are kept back: the network never sees their answers."
      switches={
        <FigureSwitch
          label="Who looks at the table"
          value={colour}
          options={[
            { value: 'answers', label: 'As we see it' },
            { value: 'symbols', label: 'As the network sees it' },
          ]}
          onChange={setColour}
        />
      }
    >
      <div ref={host} />
    </StoryFigure>
  );
}
