/** An analysis as a table: one line a number, for spreadsheets and notebooks. */
import type { AnalysisResult } from './network-analysis.ts';

/** One number of an analysis. */
export interface MeasureRow {
  /** Public key name, for example "fvePizza". */
  readonly measure: string;
  /** What it is about: "network", "circle 17", "components 1 and 2", "strongest 3", "neurons 17". */
  readonly subject: string;
  readonly value: string | number | null;
}

/** Every number and word of an analysis, in the order of the result. NaN becomes null. */
export function measureRows(result: AnalysisResult): MeasureRow[] {
  const { frequencies, circles, circlesByComponents, accuracyKeepingTop, ...rest } = result;
  const { fullLogitsR2, keyFrequencies, neurons, ...network } = rest;
  const { groups, ...layer } = neurons;
  return [
    ...rowsOf('network', network),
    ...rowsOf('network', { keyFrequencies: keyFrequencies.join(' ') }),
    ...rowsOf('full logits', fullLogitsR2),
    ...rowsOf('neurons', layer),
    ...frequencies.flatMap(({ k, ...values }) => rowsOf(`frequency ${k}`, values)),
    ...circles.flatMap(({ k, ...values }) => rowsOf(`circle ${k}`, values)),
    ...circlesByComponents.flatMap(({ components: [first, second], ...values }) =>
      rowsOf(`components ${first} and ${second}`, values),
    ),
    ...accuracyKeepingTop.flatMap(({ kept, accuracy }) =>
      rowsOf(`strongest ${kept.length}`, { kept: kept.join(' '), accuracy }),
    ),
    ...groups.flatMap(({ k, ...values }) => rowsOf(`neurons ${k}`, values)),
  ];
}

/**
 * The table as CSV text with a header line (RFC 4180).
 *
 * @param address of the page that shows the network, where there is one
 */
export function measuresCsv(result: AnalysisResult, address?: string): string {
  const origin = address === undefined ? [] : rowsOf('network', { address });
  const lines = [...origin, ...measureRows(result)].map(({ subject, measure, value }) =>
    [subject, measure, value === null ? '' : String(value)].map(csvField).join(','),
  );
  return ['subject,measure,value', ...lines, ''].join('\r\n');
}

function rowsOf(subject: string, values: object): MeasureRow[] {
  return Object.entries(values).map(([measure, value]) => ({
    subject,
    measure,
    value: typeof value === 'string' || Number.isFinite(value) ? value : null,
  }));
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
