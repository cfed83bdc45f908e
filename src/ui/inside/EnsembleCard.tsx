/** Circles on and off, and what remains of the network at once. */

import english from '../../messages/en/ui/inside/ensemble-card.json';
import { createWords } from '../../messages/words.ts';
import { createEnsembleFigure } from '../../plots/ensemble-figure.ts';
import { createKeepingTopFigure } from '../../plots/keeping-top-figure.ts';
import { strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage } from '../hooks/page.ts';
import { ensembleData, inspectedModulus } from './data.ts';
import { Remaining } from './Remaining.tsx';

const words = createWords('ui/inside/ensemble-card', english);

/** The switchboard of the circles and the picture of what remains. */
export function EnsembleCard() {
  const { inspection } = usePage();
  const inspected = useInspection((state) => state.inspection);
  const all = inspected === undefined ? [] : strongFrequencies(inspected);
  const kept = useInspection((state) => state.kept);
  const keep = (frequencies: readonly number[]) => void inspection.keep(frequencies);
  const [strongest] = all;
  return (
    <section
      className="card figure-card ensemble-card"
      aria-labelledby="ensemble-title"
      data-figure="isolation"
    >
      <header className="figure-head">
        <h2 id="ensemble-title">{words('title')}</h2>
        <div className="ensemble-choices">
          <button type="button" className="chip" onClick={() => keep(all)}>
            {words('all')}
          </button>
          {strongest !== undefined && (
            <button type="button" className="chip" onClick={() => keep([strongest])}>
              {words('only', { k: strongest })}
            </button>
          )}
          <button
            type="button"
            className="chip"
            onClick={() => keep(all.filter((k) => !kept.includes(k)))}
          >
            {words('swap')}
          </button>
          <FigureButtons name="isolation" />
        </div>
      </header>
      <p className="figure-explanation">{words('explanation')}</p>
      <div className="ensemble-columns">
        <div>
          <Ensemble />
          <KeepingTop />
        </div>
        <Remaining />
      </div>
    </section>
  );
}

function Ensemble() {
  const { store, inspection } = usePage();
  const host = useFigure(
    (element) =>
      createEnsembleFigure(element, {
        onToggle: (k) => {
          const { kept } = store.getState().inspection;
          void inspection.keep(
            kept.includes(k) ? kept.filter((other) => other !== k) : [...kept, k],
          );
        },
      }),
    ({ inspection: state }: PageState) => ensembleData(state),
    ({ inspection: state }) => [state.inspection, state.kept],
    'ensemble',
  );
  return <div ref={host} />;
}

function KeepingTop() {
  const { store, inspection } = usePage();
  const host = useFigure(
    (element) =>
      createKeepingTopFigure(element, {
        onPick: (count) => {
          const entries = store.getState().inspection.inspection?.result.accuracyKeepingTop;
          void inspection.keep(entries?.[count - 1]?.kept ?? []);
        },
      }),
    (state: PageState) => ({
      p: inspectedModulus(state),
      entries: state.inspection.inspection?.result.accuracyKeepingTop ?? [],
    }),
    ({ inspection: state }) => [state.inspection],
    'keeping',
  );
  return (
    <div className="keeping-top-card">
      <h3 data-pictured>{words('strongest')}</h3>
      <p className="figure-explanation">{words('strongestHint')}</p>
      <div ref={host} />
    </div>
  );
}
