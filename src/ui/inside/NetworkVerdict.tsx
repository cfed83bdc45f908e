/** The verdict on the network that is looked into. */

import { useEffect, useRef } from 'react';
import english from '../../messages/en/ui/inside/network-verdict.json';
import { createWords } from '../../messages/words.ts';
import { reasonInWords } from '../../state/inspection/reason.ts';
import { verdictLabels } from '../../state/timeline.ts';
import { formatMeasure, formatPercent } from '../format.ts';
import { Help } from '../help/Help.tsx';
import { useInspection } from '../hooks/page.ts';
import { focusAwaited } from './awaited-result.ts';

const words = createWords('ui/inside/network-verdict', english);

/** Verdict, its reason, and the numbers behind it. */
export function NetworkVerdict() {
  const result = useInspection(({ inspection }) => inspection?.result);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (result !== undefined) focusAwaited(heading.current);
  }, [result]);
  if (result === undefined) return null;
  return (
    <section
      className="card verdict-card network-verdict"
      data-verdict={result.verdict}
      aria-labelledby="network-verdict"
    >
      <div className="help-label">
        <p className="verdict-step">{words('step')}</p>
        <Help topic="verdict" />
      </div>
      <h2 ref={heading} id="network-verdict" className="verdict-word" tabIndex={-1}>
        {verdictLabels[result.verdict]}
      </h2>
      <p className="verdict-reason">{reasonInWords(result.verdictReason)}</p>
      <dl className="verdict-numbers">
        <div>
          <dt>
            {words('accuracy')}
            <Help topic="accuracy" />
          </dt>
          <dd>{formatPercent(result.accuracy)}</dd>
        </div>
        <div>
          <dt>
            {words('symmetricity')}
            <Help topic="gradientSymmetricity" />
          </dt>
          <dd>{formatMeasure(result.gradientSymmetricity, 3)}</dd>
        </div>
        <div>
          <dt>
            {words('irrelevance')}
            <Help topic="distanceIrrelevance" />
          </dt>
          <dd>{formatMeasure(result.distanceIrrelevance, 3)}</dd>
        </div>
        <div>
          <dt>
            {words('circularity')}
            <Help topic="circularity" />
          </dt>
          <dd>{formatMeasure(result.circularity, 3)}</dd>
        </div>
      </dl>
    </section>
  );
}
