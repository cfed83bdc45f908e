/** What is contested about Clock and Pizza, with the numbers of the network in hand. */
import type { Inspection } from '../../state/inspection.ts';
import { formatMeasure, formatShare } from '../format.ts';
import { useInspection } from '../hooks/page.ts';
import { ShareButton } from '../share/ShareButton.tsx';

/** Both sides, and what each points at. */
export function DebateCard() {
  const inspection = useInspection((state) => state.inspection);
  const configuration = useInspection((state) => state.subject?.summary.configuration);
  if (inspection === undefined) return null;
  const { result } = inspection;
  const { neurons } = result;
  const addsOnly = configuration?.model !== 'transformer' || configuration.attentionRate === 0;
  return (
    <section
      className="card figure-card debate-card"
      aria-labelledby="debate-title"
      data-figure="debate"
    >
      <header className="figure-head">
        <h2 id="debate-title">Two algorithms, or one? The numbers each side points at</h2>
        <ShareButton name="debate" />
      </header>
      <div className="debate-columns">
        <article>
          <h3>“They are one algorithm”</h3>
          <p>
            Moisescu-Pareja and others (<a href="https://arxiv.org/abs/2512.25060">2512.25060</a>,
            and before them <a href="https://arxiv.org/abs/2505.18266">2505.18266</a>): Clock and
            Pizza networks lay a and b on the same disc, because each neuron reads both with one
            phase. A torus, with independent phases, appears only where the two embeddings are
            concatenated.
          </p>
          <dl>
            <Evidence
              value={formatMeasure(neurons.medianPhaseDifference, 3)}
              name="median |φ_L − φ_R|"
              compare={
                configuration?.separateEmbeddings === true
                  ? 'says nothing here: a and b have circles of their own, turned against each other'
                  : '0.003 in the paper’s Model A, 0.010 in Model B, 1.5 in linear δ'
              }
            />
            <Evidence
              value={formatMeasure(neurons.discShare, 3)}
              name="share of the neurons’ waves that lies on a disc"
              compare="1 is a disc, ½ a torus"
            />
          </dl>
          <p className="debate-reading">{shapeReading(inspection)}</p>
        </article>
        <article>
          <h3>“They differ where it matters”</h3>
          <p>
            The paper’s authors: what is done with the disc differs. Attention can multiply: in
            Model B a small part cos w(a+b) is in the neurons before any bend, which no average can
            make. And the gradients and the dependence on a−b tell the two apart.
          </p>
          <dl>
            <Evidence
              value={formatShare(neurons.multiplicative)}
              name="of the neurons’ variance is multiplicative, in cos w(a+b)"
              compare="about 1.9 % in Model B by this measure (1.7 % in the literature), 0 in Model A"
            />
            <Evidence
              value={`${formatMeasure(result.gradientSymmetricity, 3)} ± ${formatMeasure(result.gradientSymmetricityError, 3)}`}
              name="gradient symmetricity"
              compare="0.994 in Model A, 0.334 in Model B; a Clock stays below 0.98"
            />
            <Evidence
              value={formatMeasure(result.distanceIrrelevance, 3)}
              name="distance irrelevance q"
              compare="0.172 in Model A, 0.848 in Model B"
            />
          </dl>
          <p className="debate-reading">{multiplicationReading(inspection, addsOnly)}</p>
        </article>
      </div>
      <p className="figure-explanation">
        Also read: <a href="https://arxiv.org/abs/2301.05217">Nanda and others 2023</a> (the Clock,
        and the restricted and excluded losses above),{' '}
        <a href="https://arxiv.org/abs/2301.02679">Gromov 2023</a> (a closed-form solution),{' '}
        <a href="https://arxiv.org/abs/2311.07568">Morwani and others 2023</a> (why frequencies are
        chosen at all), <a href="https://arxiv.org/abs/2602.16849">He and others 2026</a> (how
        phases align while a network trains).
      </p>
    </section>
  );
}

function Evidence(props: {
  readonly value: string;
  readonly name: string;
  readonly compare: string;
}) {
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
  if (largest === undefined) return 'None of this network’s neurons depends on the pair.';
  if (result.verdict === 'learning') {
    return 'This network is still learning: its phases say little yet.';
  }
  const share = result.neurons.discShare;
  if (share >= 0.9) return 'This network: a disc, as this side expects.';
  if (share <= 0.75)
    return 'This network: nearer to a torus, as where embeddings are concatenated.';
  return 'This network: between a disc and a torus.';
}

function multiplicationReading({ result }: Inspection, addsOnly: boolean): string {
  if (addsOnly) {
    return 'This network: none, by construction; without attention its first layer can only add.';
  }
  const part = result.neurons.multiplicative;
  if (part < 1e-3) {
    return 'This network: no multiplication before the bend; its first layer only adds up.';
  }
  return `This network: ${formatShare(part)} of what its neurons hear is a product already.`;
}
