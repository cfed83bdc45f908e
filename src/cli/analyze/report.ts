/** An analysis for reading in a terminal. */
import type { AnalysisResult, CircleResult } from '../../analysis/network-analysis.ts';
import { describeConfiguration, type RunConfiguration } from '../../model/configuration.ts';

/** Several lines: verdict, measures, circles. */
export function analysisReport(configuration: RunConfiguration, result: AnalysisResult): string {
  const { neurons, fullLogitsR2: fits } = result;
  const lines = [
    describeConfiguration(configuration),
    `${result.verdict}: ${result.verdictReason}`,
    `accuracy ${percent(result.accuracy)}, loss ${result.loss.toExponential(3)} over all pairs`,
    `gradient symmetricity ${number(result.gradientSymmetricity)} (${result.gradientSymmetricityTriples} triples, ${result.gradientSymmetricityLeftOut} left out)`,
    `distance irrelevance ${number(result.distanceIrrelevance)}, on the largest wrong logit ${number(result.distanceIrrelevanceWrongLogit)}`,
    `circularity ${number(result.circularity)}, effective circles ${number(result.effectiveCircles)}, Gini ${number(result.gini)}`,
    '',
    'circle  power  roundness  accuracy  FVE clock  pizza  accompanying  verdict',
    ...result.circles.map(circleLine),
    '',
    `accuracy keeping the strongest ${result.accuracyKeepingTop.map(({ kept, accuracy }) => `${kept.length}: ${percent(accuracy)}`).join(', ')}`,
    `full logits, R²: clock terms of six ${number(fits.topSixClock)}, pizza terms of six ${number(fits.topSixPizza)}, pizza and accompanying terms of three ${number(fits.topThreePizzaAndAccompanying)}`,
    `key frequencies ${result.keyFrequencies.join(', ')}: restricted loss ${result.restrictedLoss.toExponential(3)}, excluded loss ${result.excludedLoss.toExponential(3)}`,
    `neurons: median |φ_L − φ_R| ${number(neurons.medianPhaseDifference)}, disc share ${number(neurons.discShare)}, multiplicative ${percent(neurons.multiplicative)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function circleLine(circle: CircleResult): string {
  const { k, powerFraction, axisRatio, accuracy, fveClock, fvePizza, fveAccompanying } = circle;
  const verdict =
    circle.verdict === 'accompanying'
      ? `accompanying ${circle.accompanies}`
      : circle.verdict === 'none'
        ? 'neither'
        : circle.verdict;
  return [
    String(k).padStart(6),
    percent(powerFraction).padStart(6),
    number(axisRatio).padStart(10),
    percent(accuracy).padStart(9),
    percent(fveClock).padStart(10),
    percent(fvePizza).padStart(7),
    percent(fveAccompanying).padStart(12),
    ` ${verdict}`,
  ].join(' ');
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}

function number(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '–';
}
