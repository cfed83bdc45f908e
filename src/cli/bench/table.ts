/** The benchmark's results for people: plain text in columns. */
import { caseLines, columns, growthLines, numberText, targetLines } from '../../bench/table.ts';
import type { BenchmarkResult } from '../bench.ts';

/** All sections, ready to print. */
export function benchmarkText(result: BenchmarkResult): string {
  const { configuration, backend, machine, cases, growth, targets, seconds } = result;
  const { device, processor, cores, load, node } = machine;
  const sections = [
    [
      `Seed ${configuration.seed}, ${backend} (${device}), Node ${node}`,
      `${processor}, ${cores} cores, load before ${load.toFixed(2)}; medians, measured in turns; ${seconds.toFixed(0)} s`,
    ],
    ...cases.map(caseLines),
    [agreementLine(result)],
    growthLines(growth),
    targetLines(targets),
    snapshotLines(result),
    analysisLines(result),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function agreementLine({ agree, tolerance }: BenchmarkResult): string {
  return `The losses of all ${agree ? 'agree' : 'DO NOT agree'} within ${tolerance} (relative), each after the step in its row.`;
}

function snapshotLines({ snapshots }: BenchmarkResult): string[] {
  if (snapshots.length === 0) return [];
  return [
    'A snapshot, taken several times a second while the page trains (medians)',
    ...columns(
      ['attention', 'evaluate', 'read weights', 'measures', 'together', 'GS and q', 'of the run'],
      snapshots.map((snapshot) => [
        String(snapshot.attention),
        milliseconds(snapshot.evaluate),
        milliseconds(snapshot.readParameters),
        milliseconds(snapshot.measures),
        milliseconds(snapshot.total),
        milliseconds(snapshot.symmetricity),
        `${(100 * snapshot.symmetricityShare).toFixed(1)} %`,
      ]),
    ),
  ];
}

function analysisLines({ analyses }: BenchmarkResult): string[] {
  if (analyses.length === 0) return [];
  return [
    'The full analysis of a network (medians)',
    ...columns(
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
  return `${numberText(value)} ms`;
}
