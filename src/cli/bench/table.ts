/** The benchmark's results for people: plain text in columns. */
import type { BenchmarkResult } from '../bench.ts';
import { agreementSteps, agreementTolerance } from './gradient-comparison.ts';

/** All sections, ready to print. */
export function benchmarkText(result: BenchmarkResult): string {
  const { p, width, seed } = result.configuration;
  return [
    `p = ${p}, width ${width}, seed ${seed}, backend ${result.backend} (${result.device}), Node ${result.node}`,
    '',
    ...comparisonLines(result),
    '',
    ...flatnessLines(result),
    '',
    ...snapshotLines(result),
    '',
    ...analysisLines(result),
  ].join('\n');
}

function comparisonLines({ comparisons }: BenchmarkResult): string[] {
  const rows = comparisons.map(({ attention, stock, autograd, ratio, lossDifference, target }) => [
    String(attention),
    milliseconds(stock.millisecondsPerStep),
    milliseconds(autograd.millisecondsPerStep),
    `${ratio.toFixed(1)} ×`,
    `${stock.kernelsPerStep} / ${autograd.kernelsPerStep}`,
    lossDifference.toExponential(1),
    target === null ? 'none' : `≤ ${milliseconds(target.allowedMilliseconds)}`,
  ]);
  const agree = comparisons.every(({ lossesAgree }) => lossesAgree);
  return [
    'A training step: gradient by hand against automatic differentiation (medians, measured in turns)',
    ...table(
      ['attention', 'by hand', 'automatic', 'ratio', 'kernels', 'loss difference', 'target'],
      rows,
    ),
    `After ${agreementSteps} steps the losses of both ${agree ? 'agree' : 'DO NOT agree'} within ${agreementTolerance} (relative).`,
    ...targetLines(comparisons),
  ];
}

function targetLines(comparisons: BenchmarkResult['comparisons']): string[] {
  if (comparisons.every(({ target }) => target === null)) return [];
  const references = comparisons.flatMap(({ attention, target }) =>
    target === null ? [] : [`${target.referenceMilliseconds} ms (attention ${attention})`],
  );
  return [
    `Target: within 20 % of the ${references.join(' and ')} that stock operations allow on the reference machine, two cores without a GPU. Elsewhere compare the ratio.`,
  ];
}

function flatnessLines({ flatness }: BenchmarkResult): string[] {
  const { attention, steps, windowSteps, windows, lastToFirst, finalTrainLoss } = flatness;
  return [
    `Step time over ${steps} steps, attention ${attention} (each number: ${windowSteps} steps, milliseconds a step)`,
    `  ${windows.map((value) => value.toFixed(1)).join('  ')}`,
    `  last window ÷ first window: ${lastToFirst.toFixed(2)} (1 is flat); train loss at the end ${finalTrainLoss.toExponential(1)}`,
  ];
}

function snapshotLines({ snapshots }: BenchmarkResult): string[] {
  return [
    'A snapshot, taken several times a second while the page trains (medians)',
    ...table(
      [
        'attention',
        'evaluate',
        'read weights',
        'measures',
        'together',
        'of it GS and q',
        'of the run',
      ],
      snapshots.map(
        ({
          attention,
          evaluate,
          readParameters,
          measures,
          total,
          symmetricity,
          symmetricityShare,
        }) => [
          String(attention),
          ...[evaluate, readParameters, measures, total, symmetricity].map(milliseconds),
          `${(100 * symmetricityShare).toFixed(1)} %`,
        ],
      ),
    ),
  ];
}

function analysisLines({ analyses }: BenchmarkResult): string[] {
  return [
    'The full analysis of a network (medians)',
    ...table(
      ['layers', 'attention', 'time', 'target'],
      analyses.map(({ layers, attention, seconds, targetSeconds }) => [
        String(layers),
        String(attention),
        `${seconds.toFixed(2)} s`,
        targetSeconds === null ? 'none' : `≤ ${targetSeconds} s`,
      ]),
    ),
  ];
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Columns aligned to the right, two spaces apart. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] as string).length)),
  );
  return lines.map(
    (line) => `  ${line.map((cell, column) => cell.padStart(widths[column] as number)).join('  ')}`,
  );
}
