/** The figures of the story, with their styles. */
import '../styles/story.css';
import '../styles/inside.css';

export { ClockAlgorithm, PizzaAlgorithm } from '../explainers/Algorithms.tsx';
export { AuthorsNetworks } from '../explainers/AuthorsNetworks.tsx';
export { ClockFace } from '../explainers/ClockFace.tsx';
export { Ensemble } from '../explainers/Ensemble.tsx';
export { InsideRun } from '../explainers/InsideRun.tsx';
export { LiveRun } from '../explainers/LiveRun.tsx';
export { PhaseTransition } from '../explainers/PhaseTransition.tsx';
export { SameAnswers } from '../explainers/SameAnswers.tsx';
export { TaskTable } from '../explainers/TaskTable.tsx';
export { TellingApart } from '../explainers/TellingApart.tsx';
export { TwoWays } from '../TwoWays.tsx';
