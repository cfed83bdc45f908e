/** Power of every frequency of the embedding. */

import english from '../../messages/en/ui/inside/spectrum-card.json';
import { createWords } from '../../messages/words.ts';
import { createSpectrumFigure } from '../../plots/spectrum-figure.ts';
import { strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { FigureCard } from '../figures/FigureCard.tsx';
import { formatMeasure } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection } from '../hooks/page.ts';
import { inspectedModulus } from './data.ts';

const words = createWords('ui/inside/spectrum-card', english);

const create = (element: HTMLElement) => createSpectrumFigure(element);

function spectrumData(state: PageState) {
  const { inspection } = state.inspection;
  return {
    p: inspectedModulus(state),
    frequencies: inspection?.result.frequencies ?? [],
    highlighted: inspection === undefined ? [] : strongFrequencies(inspection),
  };
}

/** The spectrum. */
export function SpectrumCard() {
  const host = useFigure(
    create,
    spectrumData,
    ({ inspection }) => [inspection.inspection],
    'spectrum',
  );
  const effective = useInspection(({ inspection }) => inspection?.result.effectiveCircles);
  return (
    <FigureCard
      title={words('title')}
      explanation={words('explanation', { count: formatMeasure(effective, 1) })}
      host={host}
      name="spectrum"
      className="spectrum-card"
    />
  );
}
