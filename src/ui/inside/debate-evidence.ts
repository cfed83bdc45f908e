/** The numbers that each side of the debate points at, of the network in hand. */
import english from '../../messages/en/ui/inside/debate-card.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import type { Inspection } from '../../state/inspection.ts';
import { formatMeasure, formatShare } from '../format.ts';

const words = createWords('ui/inside/debate-card', english);

/** A number, what it is, and what others have. */
export interface DebatedNumber {
  readonly value: string;
  readonly name: string;
  readonly compare: string;
}

/** By side. */
export function debateEvidence(
  { result }: Inspection,
  configuration: RunConfiguration | undefined,
): Readonly<Record<'oneAlgorithm' | 'differ', readonly DebatedNumber[]>> {
  const { neurons } = result;
  return {
    oneAlgorithm: [
      {
        value: formatMeasure(neurons.medianPhaseDifference, 3),
        name: words('phases'),
        compare: words(
          configuration?.separateEmbeddings === true ? 'phasesSeparate' : 'phasesPaper',
        ),
      },
      {
        value: formatMeasure(neurons.discShare, 3),
        name: words('disc'),
        compare: words('discScale'),
      },
    ],
    differ: [
      {
        value: formatShare(neurons.multiplicative),
        name: words('product'),
        compare: words('productPaper'),
      },
      {
        value: `${formatMeasure(result.gradientSymmetricity, 3)} ± ${formatMeasure(result.gradientSymmetricityError, 3)}`,
        name: words('symmetricity'),
        compare: words('symmetricityPaper'),
      },
      {
        value: formatMeasure(result.distanceIrrelevance, 3),
        name: words('irrelevance'),
        compare: words('irrelevancePaper'),
      },
    ],
  };
}
