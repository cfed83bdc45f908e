/** The first layer's neurons: what each listens to, and one of them over all pairs. */

import english from '../../messages/en/ui/inside/neuron-cards.json';
import { createWords } from '../../messages/words.ts';
import { createNeuronGridFigure } from '../../plots/neuron-grid-figure.ts';
import { createNeuronsFigure } from '../../plots/neurons-figure.ts';
import type { PageState } from '../../state/store.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { FigureCard } from '../figures/FigureCard.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatMeasure, formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { inspectedModulus } from './data.ts';

const words = createWords('ui/inside/neuron-cards', english);

function scatterData({ inspection: { inspection, neuron } }: PageState) {
  return {
    neurons: inspection?.neurons ?? [],
    constant: inspection?.result.neurons.constant ?? 0,
    selected: neuron?.index ?? null,
  };
}

function gridData(state: PageState) {
  const { neuron, inspection } = state.inspection;
  const reading = inspection?.neurons.find(({ index }) => index === neuron?.index);
  return {
    p: inspectedModulus(state),
    index: neuron?.index ?? 0,
    k: reading?.k ?? 0,
    values: neuron?.values ?? null,
    order: state.page.neuron,
  };
}

const createGrid = (element: HTMLElement) => createNeuronGridFigure(element);

/** Scatter, one neuron, and the groups. */
export function NeuronCards() {
  return (
    <>
      <NeuronScatter />
      <NeuronGrid />
    </>
  );
}

function NeuronScatter() {
  const { inspection } = usePage();
  const host = useFigure(
    (element) =>
      createNeuronsFigure(element, { onSelect: (index) => void inspection.chooseNeuron(index) }),
    scatterData,
    ({ inspection: state }) => [state.inspection, state.neuron],
    'neurons',
  );
  return (
    <FigureCard
      title={words('scatterTitle')}
      explanation={words('scatterExplanation')}
      host={host}
      name="neurons"
      className="neurons-card"
    />
  );
}

/** One neuron over all pairs. */
export function NeuronGrid() {
  const { store } = usePage();
  const order = usePageState((state) => state.page.neuron);
  const host = useFigure(
    createGrid,
    gridData,
    ({ inspection, page }) => [inspection.inspection, inspection.neuron, page.neuron],
    'neuron',
  );
  const reading = useInspection(({ inspection, neuron }) =>
    inspection?.neurons.find(({ index }) => index === neuron?.index),
  );
  const groups = useInspection(({ inspection }) => inspection?.result.neurons.groups);
  return (
    <section className="card figure-card" aria-labelledby="neuron-title" data-figure="neuron">
      <header className="figure-head">
        <h2 id="neuron-title">
          {reading === undefined
            ? words('oneNeuron')
            : words('neuron', { index: reading.index, k: reading.k })}
        </h2>
        <div className="figure-tools">
          <FigureSwitch
            label={words('order')}
            value={order}
            options={[
              { value: 'circle', label: words('alongCircle') },
              { value: 'plain', label: words('plain') },
            ]}
            onChange={(value) =>
              store.setState(({ page }) => ({ page: { ...page, neuron: value } }))
            }
          />
          <FigureButtons name="neuron" />
        </div>
      </header>
      <p className="figure-explanation">
        {reading === undefined
          ? words('explanation')
          : words('explanationOf', {
              waves: formatPercent(reading.explained),
              product: formatPercent(reading.multiplicative),
            })}
      </p>
      <div ref={host} />
      {groups !== undefined && groups.length > 0 && (
        <details className="component-table">
          <summary>{words('groups')}</summary>
          <div className="table-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('frequencyColumn')}</th>
                  <th scope="col">{words('neuronsColumn')}</th>
                  <th scope="col">{words('phasesColumn')}</th>
                  <th scope="col">{words('discColumn')}</th>
                  <th scope="col">{words('productColumn')}</th>
                  <th scope="col">{words('shapeColumn')}</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.k}>
                    <th scope="row">{group.k}</th>
                    <td>{group.count}</td>
                    <td>{formatMeasure(group.medianPhaseDifference, 3)}</td>
                    <td>{formatPercent(group.discShare)}</td>
                    <td>{formatPercent(group.multiplicative)}</td>
                    <td>{words(group.shape === 'too few' ? 'tooFew' : group.shape)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
