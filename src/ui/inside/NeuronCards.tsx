/** The first layer's neurons: what each listens to, and one of them over all pairs. */
import { createNeuronGridFigure } from '../../plots/neuron-grid-figure.ts';
import { createNeuronsFigure } from '../../plots/neurons-figure.ts';
import type { PageState } from '../../state/store.ts';
import { FigureCard } from '../figures/FigureCard.tsx';
import { FigureSwitch } from '../figures/FigureSwitch.tsx';
import { formatMeasure, formatPercent } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage, usePageState } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { inspectedModulus } from './data.ts';

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
  );
  return (
    <FigureCard
      title="What the neurons listen to"
      explanation="A neuron of the first hidden layer hears nearly cos(w a + φ_L) + cos(w b + φ_R) with one frequency. On the diagonal, or on one line parallel to it, the neurons of a frequency span a disc. Scattered anywhere: a torus."
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
  const host = useFigure(createGrid, gridData, ({ inspection, page }) => [
    inspection.inspection,
    inspection.neuron,
    page.neuron,
  ]);
  const reading = useInspection(({ inspection, neuron }) =>
    inspection?.neurons.find(({ index }) => index === neuron?.index),
  );
  const groups = useInspection(({ inspection }) => inspection?.result.neurons.groups);
  return (
    <section className="card figure-card" aria-labelledby="neuron-title" data-figure="neuron">
      <header className="figure-head">
        <h2 id="neuron-title">
          {reading === undefined ? 'One neuron' : `Neuron ${reading.index}, frequency ${reading.k}`}
        </h2>
        <div className="figure-tools">
          <FigureSwitch
            label="Order of rows and columns"
            value={order}
            options={[
              { value: 'circle', label: 'along its circle' },
              { value: 'plain', label: 'a, b' },
            ]}
            onChange={(value) =>
              store.setState(({ page }) => ({ page: { ...page, neuron: value } }))
            }
          />
          <ShareButton name="neuron" />
        </div>
      </header>
      <p className="figure-explanation">
        Its input over all pairs, before the bend. Click a dot in the scatter for another one.
        {reading !== undefined &&
          ` Two waves explain ${formatPercent(reading.explained)} of it, a product ${formatPercent(reading.multiplicative)}.`}
      </p>
      <div ref={host} />
      {groups !== undefined && groups.length > 0 && (
        <details className="component-table">
          <summary>Neurons by frequency</summary>
          <div className="table-scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">frequency</th>
                  <th scope="col">neurons</th>
                  <th scope="col">median |φ_L − φ_R|</th>
                  <th scope="col">on a disc</th>
                  <th scope="col">product</th>
                  <th scope="col">shape</th>
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
                    <td>{group.shape}</td>
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
