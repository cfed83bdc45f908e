/** Every measure of the network with what it means, in one list. */
import type { Inspection } from '../../state/inspection.ts';
import { formatMeasure, formatPercent, formatShare } from '../format.ts';
import { useInspection } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';

interface Row {
  readonly name: string;
  readonly value: string;
  readonly about: string;
}

/** All numbers; each is also in the saved files. */
export function MeasuresCard() {
  const inspection = useInspection((state) => state.inspection);
  if (inspection === undefined) return null;
  const seconds = (inspection.milliseconds / 1000).toFixed(1);
  return (
    <section
      className="card figure-card measures-card"
      aria-labelledby="measures-title"
      data-figure="all-measures"
    >
      <header className="figure-head">
        <h2 id="measures-title">All measures</h2>
        <ShareButton name="all-measures" />
      </header>
      <p className="figure-explanation">
        Computed in {seconds} s on {inspection.backend === 'wasm' ? 'WebAssembly' : 'JavaScript'},
        over all pairs unless it says otherwise.
      </p>
      <dl className="measure-list">
        {measureRows(inspection).map(({ name, value, about }) => (
          <div key={name} className="measure-row">
            <dt>{name}</dt>
            <dd className="measure-value">{value}</dd>
            <dd className="measure-about">{about}</dd>
          </div>
        ))}
      </dl>
      <ComponentTable inspection={inspection} />
    </section>
  );
}

function measureRows({ result }: Inspection): Row[] {
  const { fullLogitsR2: fits, neurons } = result;
  const split = Number.isFinite(result.trainLoss);
  const leftOut = result.gradientSymmetricityLeftOut;
  return [
    {
      name: 'Loss',
      value: scientific(result.loss),
      about: split
        ? `Mean cross-entropy. Train ${scientific(result.trainLoss)}, test ${scientific(result.testLoss)}.`
        : 'Mean cross-entropy. Nobody knows which pairs it was trained on.',
    },
    {
      name: 'Gradient symmetricity',
      value: `${formatMeasure(result.gradientSymmetricity, 3)} ± ${formatMeasure(result.gradientSymmetricityError, 3)}`,
      about: `Mean cosine over ${result.gradientSymmetricityTriples} random triples${leftOut > 0 ? `; ${leftOut} left out, their gradient is zero` : ', none left out'}.`,
    },
    {
      name: 'Distance irrelevance q',
      value: formatMeasure(result.distanceIrrelevance, 4),
      about: 'The paper’s definition, on the correct logit.',
    },
    {
      name: 'q, wrong-logit form',
      value: formatMeasure(result.distanceIrrelevanceWrongLogit, 4),
      about: 'On the largest wrong logit: what the column of the authors’ tables holds.',
    },
    {
      name: 'Circularity',
      value: formatMeasure(result.circularity, 4),
      about:
        'Mean concentration of the first four principal components; circular from 0.995. Circles of nearly equal power mix in them: then it is too low.',
    },
    {
      name: 'Effective circles',
      value: formatMeasure(result.effectiveCircles, 2),
      about: '1 over the sum of squared power shares.',
    },
    {
      name: 'Gini of the spectrum',
      value: formatMeasure(result.gini, 3),
      about: '0: all frequencies alike; 1: one holds everything.',
    },
    {
      name: 'Parameter norm',
      value: formatMeasure(result.parameterNorm, 2),
      about: 'Length of all weights together.',
    },
    {
      name: 'Restricted loss',
      value: scientific(result.restrictedLoss),
      about: `With only the key frequencies ${result.keyFrequencies.join(', ')} left in the embedding (Nanda and others remove them from the logits instead).`,
    },
    {
      name: 'Excluded loss',
      value: scientific(result.excludedLoss),
      about: `Without them${split ? ', over the train pairs' : ''}: what the network knows beside its circles.`,
    },
    {
      name: 'Full logits: Clock, R²',
      value: formatMeasure(fits.topSixClock, 3),
      about: `Clock formulas of the six strongest circles; of three: ${formatMeasure(fits.topThreeClock, 3)}.`,
    },
    {
      name: 'Full logits: Pizza, R²',
      value: formatMeasure(fits.topSixPizza, 3),
      about: `Pizza formulas of six; Pizza and accompanying ones of three: ${formatMeasure(fits.topThreePizzaAndAccompanying, 3)}.`,
    },
    {
      name: 'Phase difference',
      value: formatMeasure(neurons.medianPhaseDifference, 3),
      about: 'Median |φ_L − φ_R| of the first layer’s neurons, in radians.',
    },
  ];
}

/** Isolation by principal components, as the paper did it. */
function ComponentTable({ inspection }: { readonly inspection: Inspection }) {
  const pairs = inspection.result.circlesByComponents;
  if (pairs.length === 0) return null;
  return (
    <details className="component-table">
      <summary>The paper’s own isolation, by principal components</summary>
      <p className="figure-explanation">
        Two components make one circle. Of the paper’s Model A, 91.4 % belongs to four components,
        two circles; six give 99.7 %.
      </p>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">components</th>
              <th scope="col">frequency</th>
              <th scope="col">accuracy alone</th>
              <th scope="col">FVE Clock</th>
              <th scope="col">FVE Pizza</th>
              <th scope="col">FVE accompanying</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ components: [first, second], ...pair }) => (
              <tr key={first}>
                <th scope="row">
                  {first}, {second}
                </th>
                <td>{pair.k}</td>
                <td>{formatPercent(pair.accuracy)}</td>
                <td>{formatShare(pair.fveClock)}</td>
                <td>{formatShare(pair.fvePizza)}</td>
                <td>{formatShare(pair.fveAccompanying)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function scientific(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 0.01) return value.toFixed(3);
  const [mantissa, exponent] = value.toExponential(2).split('e');
  return `${mantissa} × 10${superscript(Number(exponent))}`;
}

const digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

function superscript(value: number): string {
  const text = [...String(Math.abs(value))].map((digit) => digits[Number(digit)]).join('');
  return value < 0 ? `⁻${text}` : text;
}
