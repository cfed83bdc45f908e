/** Power of every frequency of the embedding. */
import { createSpectrumFigure } from '../../plots/spectrum-figure.ts';
import { strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { FigureCard } from '../figures/FigureCard.tsx';
import { formatMeasure } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection } from '../hooks/page.ts';
import { inspectedModulus } from './data.ts';

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
  const host = useFigure(create, spectrumData, ({ inspection }) => [inspection.inspection]);
  const effective = useInspection(({ inspection }) => inspection?.result.effectiveCircles);
  return (
    <FigureCard
      title="Spectrum of the embedding"
      explanation={`Each frequency is one way to lay the numbers around a circle. The power sits on few of them: as concentrated as ${formatMeasure(effective, 1)} equally strong circles.`}
      host={host}
      name="spectrum"
      className="spectrum-card"
    />
  );
}
