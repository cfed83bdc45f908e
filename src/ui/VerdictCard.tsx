/** Which algorithm the network on screen uses, why, and the numbers behind it. */

import english from '../messages/en/ui/verdict-card.json';
import { createWords } from '../messages/words.ts';
import { reasonInWords } from '../state/inspection/reason.ts';
import { untrainedSnapshot, viewedSnapshot } from '../state/selectors.ts';
import { verdictLabels } from '../state/timeline.ts';
import { formatCount, formatMeasure } from './format.ts';
import { Help } from './help/Help.tsx';
import { usePageState } from './hooks/page.ts';
import { ShareButton } from './share/ShareButton.tsx';

const words = createWords('ui/verdict-card', english);

/** The verdict, always in the same place. */
export function VerdictCard() {
  const result = usePageState((state) => viewedSnapshot(state)?.result);
  const start = usePageState((state) => untrainedSnapshot(state)?.result);
  const verdict = result?.verdict ?? 'none';
  return (
    <section
      className="card verdict-card"
      data-verdict={verdict}
      aria-labelledby="verdict-word"
      data-figure="verdict"
    >
      <div className="verdict-head">
        <div className="help-label">
          <p className="verdict-step">
            {result === undefined
              ? words('verdict')
              : words('verdictAt', { step: formatCount(result.step) })}
          </p>
          <Help topic="verdict" />
        </div>
        <ShareButton name="verdict" />
      </div>
      <h2 id="verdict-word" className="verdict-word">
        {result === undefined ? words('clockOrPizza') : verdictLabels[result.verdict]}
      </h2>
      <p className="verdict-reason">
        {result === undefined ? words('none') : reasonInWords(result.verdictReason)}
      </p>
      <dl className="verdict-numbers">
        <div className="verdict-legend" aria-hidden="true">
          <dt />
          <dd>{words('thisStep')}</dd>
          <dd className="verdict-start">{words('untrained')}</dd>
        </div>
        <div>
          <dt>
            {words('symmetricity')}
            <Help topic="gradientSymmetricity" />
          </dt>
          <dd>{formatMeasure(result?.gradientSymmetricity, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.gradientSymmetricity, 3)}</dd>
        </div>
        <div>
          <dt>
            {words('irrelevance')}
            <Help topic="distanceIrrelevance" />
          </dt>
          <dd>{formatMeasure(result?.distanceIrrelevance, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.distanceIrrelevance, 3)}</dd>
        </div>
        <div>
          <dt>
            {words('circularity')}
            <Help topic="circularity" />
          </dt>
          <dd>{formatMeasure(result?.circularity, 3)}</dd>
          <dd className="verdict-start">{formatMeasure(start?.circularity, 3)}</dd>
        </div>
      </dl>
    </section>
  );
}
