/** Results of the benchmark for people: plain text in columns. */
import english from '../messages/en/bench/table.json';
import { createWords } from '../messages/words.ts';
import type { CaseResult, ContenderResult, TargetResult } from './result.ts';
import type { Spread } from './statistics.ts';

const words = createWords('bench/table', english);

/** One case: times, ratios, costs and losses, and who is missing and why. */
export function caseLines(result: CaseResult): string[] {
  const { p, width, attention, contenders, reference } = result;
  const measured = contenders.filter(
    (contender): contender is ContenderResult => contender.measured,
  );
  const missing = contenders.flatMap((contender) =>
    contender.measured
      ? []
      : [`  ${words('missing', { name: contender.name, reason: contender.reason })}`],
  );
  const late = measured.flatMap(({ name, lateMissing }) =>
    lateMissing === null ? [] : [words('lateReason', { name, reason: lateMissing })],
  );
  return [
    words('heading', { p, width, attention }),
    ...columns(
      [
        '',
        words('early'),
        words('late'),
        words('fresh'),
        words('lateOverFresh'),
        `÷ ${reference ?? '–'}`,
        ...costHeader(),
      ],
      measured.map((contender) => [
        words('contender', {
          name: contender.name,
          label: contender.label,
          place: contender.runsOn,
        }),
        spreadText(contender.early),
        contender.late === null ? '–' : spreadText(contender.late),
        contender.late === null ? '–' : numberText(contender.late.besideMedian),
        contender.flatness === null ? '–' : contender.flatness.toFixed(2),
        `${contender.ratio.toFixed(2)} ×`,
        ...costCells(contender),
      ]),
    ),
    ...(late.length > 0 ? [`  ${words('lateMissing', { list: late.join(', ') })}`] : []),
    ...missing,
  ];
}

const costHeader = () => [
  words('launches'),
  'JavaScript',
  words('memory'),
  words('lossesApart'),
  '',
];

function costCells(contender: ContenderResult): string[] {
  const { launchesPerStep, encodeMilliseconds, bytes } = contender;
  const { trainLossDifference, testLossDifference, comparedStep, agrees } = contender;
  const apart = Math.max(trainLossDifference, testLossDifference).toExponential(1);
  return [
    launchesPerStep === null ? '–' : String(launchesPerStep),
    encodeMilliseconds === null ? '–' : `${(1000 * encodeMilliseconds).toFixed(0)} µs`,
    bytes === null ? '–' : `${(bytes / 2 ** 20).toFixed(1)} MiB`,
    `${apart} (${comparedStep})`,
    words(agrees ? 'agrees' : 'differs'),
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
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  return lines.map((line) => {
    const cells = line.map((cell, column) => {
      const rest = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
      return column === 0 ? cell + rest : rest + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** Columns a text takes where every letter is as wide as the others: Chinese ones take two. */
function widthOf(text: string): number {
  return (
    text.length +
    (text.match(/[\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0)
  );
}
