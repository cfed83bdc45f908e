/** The figures of one network, with their styles. */
import '../styles/layout.css';
import '../styles/controls.css';
import '../styles/inside.css';

export { CircleCards } from '../inside/CircleCards.tsx';
export { DebateCard } from '../inside/DebateCard.tsx';
export { EnsembleCard } from '../inside/EnsembleCard.tsx';
export { MeasuresCard } from '../inside/MeasuresCard.tsx';
export { NeuronCards, NeuronGrid } from '../inside/NeuronCards.tsx';
export { PairCard } from '../inside/PairCard.tsx';
export { SpectrumCard } from '../inside/SpectrumCard.tsx';
