/** What is contested about Clock and Pizza, with the numbers of the network in hand. */

import english from '../../messages/en/ui/inside/debate-card.json';
import { createWords } from '../../messages/words.ts';
import type { Inspection } from '../../state/inspection.ts';
import { FigureButtons } from '../figures/FigureButtons.tsx';
import { formatShare } from '../format.ts';
import { useInspection } from '../hooks/page.ts';
import { Phrase } from '../Phrase.tsx';
import { type DebatedNumber, debateEvidence } from './debate-evidence.ts';

const words = createWords('ui/inside/debate-card', english);

/** Both sides, and what each points at. */
export function DebateCard() {
  const inspection = useInspection((state) => state.inspection);
  const configuration = useInspection((state) => state.subject?.summary.configuration);
  if (inspection === undefined) return null;
  const evidence = debateEvidence(inspection, configuration);
  const addsOnly = configuration?.model !== 'transformer' || configuration.attentionRate === 0;
  return (
    <section
      className="card figure-card debate-card"
      aria-labelledby="debate-title"
      data-figure="debate"
    >
      <header className="figure-head">
        <h2 id="debate-title">{words('title')}</h2>
        <FigureButtons name="debate" />
      </header>
      <div className="debate-columns">
        <article>
          <h3>{words('oneAlgorithm')}</h3>
          <p>
            <Phrase
              of={words}
              say="oneAlgorithmText"
              parts={{ later: linkTo('2512.25060'), earlier: linkTo('2505.18266') }}
            />
          </p>
          <dl>
            {evidence.oneAlgorithm.map((number) => (
              <Evidence key={number.name} {...number} />
            ))}
          </dl>
          <p className="debate-reading">{shapeReading(inspection)}</p>
        </article>
        <article>
          <h3>{words('differ')}</h3>
          <p>{words('differText')}</p>
          <dl>
            {evidence.differ.map((number) => (
              <Evidence key={number.name} {...number} />
            ))}
          </dl>
          <p className="debate-reading">{multiplicationReading(inspection, addsOnly)}</p>
        </article>
      </div>
      <p className="figure-explanation">
        <Phrase
          of={words}
          say="alsoRead"
          parts={{
            nanda: linkTo('2301.05217'),
            gromov: linkTo('2301.02679'),
            morwani: linkTo('2311.07568'),
            he: linkTo('2602.16849'),
          }}
        />
      </p>
    </section>
  );
}

/** A link to a paper on arXiv, around the words of a message. */
function linkTo(paper: string) {
  return <a href={`https://arxiv.org/abs/${paper}`}>{paper}</a>;
}

function Evidence(props: DebatedNumber) {
  return (
    <div className="evidence">
      <dd className="debate-value">{props.value}</dd>
      <dt>{props.name}</dt>
      <dd className="measure-about">{props.compare}</dd>
    </div>
  );
}

function shapeReading({ result }: Inspection): string {
  const [largest] = result.neurons.groups;
  if (largest === undefined) return words('noNeuron');
  if (result.verdict === 'learning') return words('learning');
  const share = result.neurons.discShare;
  if (share >= 0.9) return words('isDisc');
  if (share <= 0.75) return words('isTorus');
  return words('isBetween');
}

function multiplicationReading({ result }: Inspection, addsOnly: boolean): string {
  if (addsOnly) return words('addsOnly');
  const part = result.neurons.multiplicative;
  if (part < 1e-3) return words('noProduct');
  return words('someProduct', { share: formatShare(part) });
}
