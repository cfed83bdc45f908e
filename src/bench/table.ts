/** Results of the benchmark for people: plain text in columns. */
import type { CaseResult, ContenderResult, TargetResult } from './result.ts';
import type { Spread } from './statistics.ts';

/** One case: times, ratios, costs and losses, and who is missing and why. */
export function caseLines(result: CaseResult): string[] {
  const { p, width, attention, contenders, reference } = result;
  const measured = contenders.filter(
    (contender): contender is ContenderResult => contender.measured,
  );
  const missing = contenders.flatMap((contender) =>
    contender.measured ? [] : [`  ${contender.name}: not measured: ${contender.reason}.`],
  );
  const late = measured.flatMap(({ name, lateMissing }) =>
    lateMissing === null ? [] : [`${name} (${lateMissing})`],
  );
  return [
    `p = ${p}, width ${width}, attention ${attention}: milliseconds a step (lowest–highest of the turns)`,
    ...columns(
      [
        '',
        'early',
        'late',
        'fresh beside it',
        'late ÷ fresh',
        `÷ ${reference ?? '–'}`,
        ...costHeader,
      ],
      measured.map((contender) => [
        `${contender.name}: ${contender.label} (${contender.runsOn})`,
        spreadText(contender.early),
        contender.late === null ? '–' : spreadText(contender.late),
        contender.late === null ? '–' : numberText(contender.late.besideMedian),
        contender.flatness === null ? '–' : contender.flatness.toFixed(2),
        `${contender.ratio.toFixed(2)} ×`,
        ...costCells(contender),
      ]),
    ),
    ...(late.length > 0 ? [`  Not measured late: ${late.join(', ')}.`] : []),
    ...missing,
  ];
}

const costHeader = ['launches', 'JavaScript', 'memory', 'losses apart (step)', ''] as const;

function costCells(contender: ContenderResult): string[] {
  const { launchesPerStep, encodeMilliseconds, bytes } = contender;
  const { trainLossDifference, testLossDifference, comparedStep, agrees } = contender;
  const apart = Math.max(trainLossDifference, testLossDifference).toExponential(1);
  return [
    launchesPerStep === null ? '–' : String(launchesPerStep),
    encodeMilliseconds === null ? '–' : `${(1000 * encodeMilliseconds).toFixed(0)} µs`,
    bytes === null ? '–' : `${(bytes / 2 ** 20).toFixed(1)} MiB`,
    `${apart} (${comparedStep})`,
    agrees ? 'agrees' : 'DIFFERS',
  ];
}

/** How times grow with p: one row a modulus, one column a contender. */
export function growthLines(growth: readonly CaseResult[]): string[] {
  const [first] = growth;
  if (first === undefined) return [];
  const names = first.contenders.map(({ name }) => name);
  return [
    `How a step grows with p (width ${first.width}, attention ${first.attention}, milliseconds)`,
    ...columns(
      ['p', ...names],
      growth.map(({ p, contenders }) => [
        String(p),
        ...contenders.map((contender) =>
          contender.measured ? spreadText(contender.early) : 'not measured',
        ),
      ]),
    ),
  ];
}

/** Each goal with what was measured. */
export function targetLines(targets: readonly TargetResult[]): string[] {
  if (targets.length === 0) return [];
  return [
    'Goals',
    ...columns(
      ['', 'here', ''],
      targets.map(({ goal, measured, unit, met }) => [
        goal,
        `${numberText(measured)} ${unit}`.trim(),
        met ? 'met' : 'NOT met',
      ]),
    ),
  ];
}

/** Median with the lowest and highest turn. */
export function spreadText({ median, lowest, highest }: Spread): string {
  return `${numberText(median)} (${numberText(lowest)}–${numberText(highest)})`;
}

/** Three digits or so. */
export function numberText(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}

/** Columns two spaces apart: the first aligned to the left, the others to the right. */
export function columns(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines.map((line) =>
    `  ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
}
