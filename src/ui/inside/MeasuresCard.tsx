/** Every measure of the network with what it means, in one list. */

import english from '../../messages/en/ui/inside/measures-card.json';
import { listed } from '../../messages/lists.ts';
import { formatDecimals } from '../../messages/numbers.ts';
import { createWords } from '../../messages/words.ts';
import type { Inspection } from '../../state/inspection.ts';
import { ChapterLink } from '../ChapterLink.tsx';
import type { ChapterId } from '../chapters.ts';
import { formatMeasure, formatPercent, formatShare } from '../format.ts';
import { useInspection } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';

const words = createWords('ui/inside/measures-card', english);

interface Row {
  readonly name: string;
  readonly value: string;
  readonly about: string;
  readonly chapter: ChapterId;
}

/** All numbers; each is also in the saved files. */
export function MeasuresCard() {
  const inspection = useInspection((state) => state.inspection);
  if (inspection === undefined) return null;
  const seconds = formatDecimals(inspection.milliseconds / 1000, 1);
  const backend = inspection.backend === 'wasm' ? 'WebAssembly' : 'JavaScript';
  return (
    <section
      className="card figure-card measures-card"
      aria-labelledby="measures-title"
      data-figure="all-measures"
    >
      <header className="figure-head">
        <h2 id="measures-title">{words('title')}</h2>
        <ShareButton name="all-measures" />
      </header>
      <p className="figure-explanation">{words('computed', { seconds, backend })}</p>
      <dl className="measure-list">
        {measureRows(inspection).map(({ name, value, about, chapter }) => (
          <div key={name} className="measure-row">
            <dt>{name}</dt>
            <dd className="measure-value">{value}</dd>
            <dd className="measure-about">
              {about} <ChapterLink id={chapter} short />
            </dd>
          </div>
        ))}
      </dl>
      <ComponentTable inspection={inspection} />
    </section>
  );
}

/** All measures in their order, each with its chapter. */
export function measureRows({ result }: Inspection): Row[] {
  const { fullLogitsR2: fits, neurons } = result;
  const split = Number.isFinite(result.trainLoss);
  return [
    {
      name: words('loss'),
      chapter: 'train',
      value: scientific(result.loss),
      about: split
        ? words('lossSplit', {
            train: scientific(result.trainLoss),
            test: scientific(result.testLoss),
          })
        : words('lossUnsplit'),
    },
    {
      name: words('symmetricity'),
      chapter: 'telling-apart',
      value: `${formatMeasure(result.gradientSymmetricity, 3)} ± ${formatMeasure(result.gradientSymmetricityError, 3)}`,
      about: words('symmetricityAbout', {
        triples: result.gradientSymmetricityTriples,
        leftOut: result.gradientSymmetricityLeftOut,
      }),
    },
    {
      name: words('irrelevance'),
      chapter: 'telling-apart',
      value: formatMeasure(result.distanceIrrelevance, 4),
      about: words('irrelevanceAbout'),
    },
    {
      name: words('wrongLogit'),
      chapter: 'telling-apart',
      value: formatMeasure(result.distanceIrrelevanceWrongLogit, 4),
      about: words('wrongLogitAbout'),
    },
    {
      name: words('circularity'),
      chapter: 'contested',
      value: formatMeasure(result.circularity, 4),
      about: words('circularityAbout'),
    },
    {
      name: words('effective'),
      chapter: 'ensemble',
      value: formatMeasure(result.effectiveCircles, 2),
      about: words('effectiveAbout'),
    },
    {
      name: words('gini'),
      chapter: 'ensemble',
      value: formatMeasure(result.gini, 3),
      about: words('giniAbout'),
    },
    {
      name: words('norm'),
      chapter: 'train',
      value: formatMeasure(result.parameterNorm, 2),
      about: words('normAbout'),
    },
    {
      name: words('restricted'),
      chapter: 'ensemble',
      value: scientific(result.restrictedLoss),
      about: words('restrictedAbout', { frequencies: listed(result.keyFrequencies) }),
    },
    {
      name: words('excluded'),
      chapter: 'ensemble',
      value: scientific(result.excludedLoss),
      about: words('excludedAbout', { split: split ? 'yes' : 'no' }),
    },
    {
      name: words('fullClock'),
      chapter: 'ensemble',
      value: formatMeasure(fits.topSixClock, 3),
      about: words('fullClockAbout', { three: formatMeasure(fits.topThreeClock, 3) }),
    },
    {
      name: words('fullPizza'),
      chapter: 'ensemble',
      value: formatMeasure(fits.topSixPizza, 3),
      about: words('fullPizzaAbout', {
        three: formatMeasure(fits.topThreePizzaAndAccompanying, 3),
      }),
    },
    {
      name: words('phases'),
      chapter: 'contested',
      value: formatMeasure(neurons.medianPhaseDifference, 3),
      about: words('phasesAbout'),
    },
  ];
}

/** Isolation by principal components, as the paper did it. */
function ComponentTable({ inspection }: { readonly inspection: Inspection }) {
  const pairs = inspection.result.circlesByComponents;
  if (pairs.length === 0) return null;
  return (
    <details className="component-table">
      <summary>{words('components')}</summary>
      <p className="figure-explanation">{words('componentsExplanation')}</p>
      <div className="table-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words('componentsColumn')}</th>
              <th scope="col">{words('frequencyColumn')}</th>
              <th scope="col">{words('accuracyColumn')}</th>
              <th scope="col">{words('clockColumn')}</th>
              <th scope="col">{words('pizzaColumn')}</th>
              <th scope="col">{words('accompanyingColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ components: [first, second], ...pair }) => (
              <tr key={first}>
                <th scope="row">{words('componentPair', { first, second })}</th>
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
  if (value >= 0.01) return formatDecimals(value, 3);
  const [mantissa, exponent] = value.toExponential(2).split('e');
  return `${formatDecimals(Number(mantissa), 2)} × 10${superscript(Number(exponent))}`;
}

const digits = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

function superscript(value: number): string {
  const text = [...String(Math.abs(value))].map((digit) => digits[Number(digit)]).join('');
  return value < 0 ? `⁻${text}` : text;
}
