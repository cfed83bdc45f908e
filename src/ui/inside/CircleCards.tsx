/** One card for each circle: its points, its logits alone, and which formula they follow. */
import { createCircleCardFigure } from '../../plots/circle-card-figure.ts';
import { strongFrequencies } from '../../state/inspection.ts';
import type { PageState } from '../../state/store.ts';
import { formatMeasure, formatPercent, formatShare } from '../format.ts';
import { useFigure } from '../hooks/figure.ts';
import { useInspection, usePage } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';
import { type CirclePicture, circleCardData, circlePictures } from './data.ts';

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
          Circle by circle
        </h2>
        <ShareButton name="circle-by-circle" />
      </div>
      <p className="figure-explanation">
        Left the numbers where the embedding puts them, right the logit of the right answer with
        this circle alone. Rows are turned along the circle, so that a Pizza shows broad bands. The
        bars say how much of all isolated logits each formula explains: a Clock’s cosine, a Pizza’s
        weakened by the distance, or a helper’s, which fills another circle’s gap.
      </p>
      <div className="circle-cards">
        {pictures
          .filter(({ circle }) => strong.includes(circle.k))
          .map((picture) => (
            <CircleCard key={picture.circle.k} picture={picture} />
          ))}
      </div>
      {weak.length > 0 && (
        <p className="figure-explanation">
          Weaker than 1 % of the power, isolated too:{' '}
          {weak
            .map(({ circle }) => `${circle.k} (${formatPercent(circle.accuracy)} right alone)`)
            .join(', ')}
          .
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
  );
  return (
    <article
      className="card circle-detail"
      data-verdict={circle.verdict}
      data-kept={isKept}
      aria-label={`Circle ${k}`}
    >
      <header>
        <h3 data-pictured>
          Circle {k} <span className="circle-kind">{kindOf(circle)}</span>
        </h3>
        <button
          type="button"
          className="link-button circle-only"
          onClick={() => void inspection.keep([k])}
        >
          only {k}
        </button>
        <label className="circle-switch">
          <input
            type="checkbox"
            checked={isKept}
            onChange={() =>
              void inspection.keep(isKept ? kept.filter((other) => other !== k) : [...kept, k])
            }
          />
          on
        </label>
      </header>
      <p className="circle-facts" data-pictured>
        Alone it answers <b>{formatPercent(circle.accuracy)}</b> of the pairs.{' '}
        {formatPercent(circle.powerFraction)} of the power, roundness{' '}
        {formatMeasure(circle.axisRatio, 2)}.{sharedFactorWords(circle)}
      </p>
      <div ref={host} />
      <details>
        <summary>More numbers</summary>
        <dl>
          <div className="fact-row">
            <dt>Step δ from point to point</dt>
            <dd>{circle.step ?? '–'}</dd>
          </div>
          <div className="fact-row">
            <dt>q of this circle alone</dt>
            <dd>{formatMeasure(circle.distanceIrrelevance, 3)}</dd>
          </div>
          <div className="fact-row">
            <dt>FVE, Pizza by absolute difference</dt>
            <dd>{formatShare(circle.fvePizzaAbsoluteDifference)}</dd>
          </div>
          <div className="fact-row">
            <dt>FVE, Q′ of the appendix</dt>
            <dd>{formatShare(circle.fvePizzaPrime)}</dd>
          </div>
        </dl>
      </details>
    </article>
  );
}

type Circle = CirclePicture['circle'];

function kindOf({ verdict, accompanies }: Circle): string {
  if (verdict === 'accompanying') return `helps ${accompanies}`;
  return { pizza: 'Pizza', clock: 'Clock', none: 'neither' }[verdict];
}

function sharedFactorWords({ sharedFactor, k }: Circle): string {
  return sharedFactor > 1
    ? ` ${k} shares the factor ${sharedFactor} with p: several numbers stand on one place.`
    : '';
}
