/** One card for each circle: its points, its logits alone, and which formula they follow. */

import english from '../../messages/en/ui/inside/circle-cards.json';
import { listed } from '../../messages/lists.ts';
import { createWords } from '../../messages/words.ts';
import { createCircleCardFigure } from '../../plots/circle-card-figure.ts';
import { strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { formatMeasure, formatPercent, formatShare } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { type CirclePicture, circleCardData, circlePictures } from './data.ts';

const words = createWords('ui/inside/circle-cards', english);

/** All circles that matter; the weak ones in one line. */
export function CircleCards() {
  const inspection = useInspection((state) => state.inspection);
  if (inspection === undefined) return null;
  const strong = strongFrequencies(inspection);
  const pictures = circlePictures(inspection);
  const weak = pictures.filter(({ circle }) => !strong.includes(circle.k));
  return (
    <section
      className="circle-section"
      aria-labelledby="circles-title"
      data-figure="circle-by-circle"
    >
      <div className="figure-head">
        <h2 id="circles-title" className="inside-heading">
          {words('title')}
        </h2>
        <FigureButtons name="circle-by-circle" />
      </div>
      <p className="figure-explanation">{words('explanation')}</p>
      <div className="circle-cards">
        {pictures
          .filter(({ circle }) => strong.includes(circle.k))
          .map((picture) => (
            <CircleCard key={picture.circle.k} picture={picture} />
          ))}
      </div>
      {weak.length > 0 && (
        <p className="figure-explanation">
          {words('weak', { circles: listed(weak.map(({ circle }) => weakCircleWords(circle))) })}
        </p>
      )}
    </section>
  );
}

function CircleCard({ picture }: { readonly picture: CirclePicture }) {
  const { inspection } = usePage();
  const { circle } = picture;
  const { k } = circle;
  const kept = useInspection((state) => state.kept);
  const isKept = kept.includes(k);
  const host = useFigure(
    (element) =>
      createCircleCardFigure(element, {
        onPickPair: (a, b) => void inspection.choosePair({ a, b }),
      }),
    (state: PageState) => circleCardData(state, k),
    (state) => [state.inspection.inspection, state.page.pair],
    'circle',
  );
  return (
    <article
      className="card circle-detail"
      data-verdict={circle.verdict}
      data-kept={isKept}
      aria-label={words('circle', { k })}
    >
      <header>
        <h3 data-pictured>
          <Phrase
            of={words}
            say="circleOfKind"
            values={{ k, verdict: circle.verdict, accompanies: circle.accompanies ?? '' }}
            parts={{ kind: <span className="circle-kind" /> }}
          />
        </h3>
        <button
          type="button"
          className="link-button circle-only"
          onClick={() => void inspection.keep([k])}
        >
          {words('only', { k })}
        </button>
        <label className="circle-switch">
          <input
            type="checkbox"
            checked={isKept}
            onChange={() =>
              void inspection.keep(isKept ? kept.filter((other) => other !== k) : [...kept, k])
            }
          />
          {words('on')}
        </label>
      </header>
      <p className="circle-facts" data-pictured>
        <Phrase
          of={words}
          say="facts"
          values={{
            accuracy: formatPercent(circle.accuracy),
            power: formatPercent(circle.powerFraction),
            roundness: formatMeasure(circle.axisRatio, 2),
            shares: circle.sharedFactor > 1 ? 'yes' : 'no',
            k,
            factor: circle.sharedFactor,
          }}
          parts={{ bold: <b /> }}
        />
      </p>
      <div ref={host} />
      <details>
        <summary>{words('moreNumbers')}</summary>
        <dl>
          <div className="fact-row">
            <dt>{words('step')}</dt>
            <dd>{circle.step ?? '–'}</dd>
          </div>
          <div className="fact-row">
            <dt>{words('irrelevance')}</dt>
            <dd>{formatMeasure(circle.distanceIrrelevance, 3)}</dd>
          </div>
          <div className="fact-row">
            <dt>{words('pizzaAbsolute')}</dt>
            <dd>{formatShare(circle.fvePizzaAbsoluteDifference)}</dd>
          </div>
          <div className="fact-row">
            <dt>{words('pizzaPrime')}</dt>
            <dd>{formatShare(circle.fvePizzaPrime)}</dd>
          </div>
        </dl>
      </details>
    </article>
  );
}

function weakCircleWords({ k, accuracy }: CirclePicture['circle']): string {
  return words('weakCircle', { k, accuracy: formatPercent(accuracy) });
}
