/**
 * The tables of runs in the authors' release (fig. 5 of the paper): one run a line, settings and
 * measures under the names of their code.
 */
import {
  large,
  measureOf,
  nonsense,
  numberOf,
  type Range,
  switchOf,
} from './authors-table/cells.ts';
import { words } from './authors-table/words.ts';
import { type CommaSeparatedTable, headerOf, readCommaSeparated } from './comma-separated.ts';
import { FormatError, listed } from './format-error.ts';

/** One run. A measure that the table leaves blank is NaN. */
export interface AuthorsRun {
  /** Its run id, or its name where it has none. */
  readonly id: string;
  /** α, 0 … 1. */
  readonly attentionRate: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  readonly p: number;
  readonly trainFraction: number;
  readonly weightDecay: number;
  readonly learningRate: number;
  readonly steps: number;
  /** "diff_vocab". */
  readonly separateEmbeddings: boolean;
  /** "eqn_sign". */
  readonly equalsToken: boolean;
  /** In lower case, as in our settings: "relu". */
  readonly activation: string;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly trainLoss: number;
  readonly testLoss: number;
  readonly gradientSymmetricity: number;
  /** Their "distance_irrelevance": on the largest wrong logit, not the paper's definition. */
  readonly distanceIrrelevanceWrongLogit: number;
  readonly circularity: number;
  readonly parameterNorm: number;
}

const settings = {
  attentionRate: { column: 'attn_coeff', minimum: 0, maximum: 1 },
  width: { column: 'd_model', minimum: 1, maximum: large, whole: true },
  layers: { column: 'n_layers', minimum: 1, maximum: large, whole: true },
  heads: { column: 'n_heads', minimum: 1, maximum: large, whole: true },
  p: { column: 'C', minimum: 2, maximum: large, whole: true },
  trainFraction: { column: 'frac', minimum: 0, maximum: 1 },
  weightDecay: { column: 'weight_decay', minimum: 0, maximum: large },
  learningRate: { column: 'lr', minimum: 0, maximum: large },
  steps: { column: 'epoch', minimum: 0, maximum: large, whole: true },
} as const satisfies Partial<Record<keyof AuthorsRun, Range>>;

const switches = { separateEmbeddings: 'diff_vocab', equalsToken: 'eqn_sign' } as const;

const share = { minimum: 0, maximum: 1 };
const any = { minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };
const measures = {
  trainAccuracy: { column: 'training_accuracy', ...share },
  testAccuracy: { column: 'validation_accuracy', ...share },
  trainLoss: { column: 'training_loss', ...any },
  testLoss: { column: 'validation_loss', ...any },
  gradientSymmetricity: { column: 'gradient_sim', ...any },
  distanceIrrelevanceWrongLogit: { column: 'distance_irrelevance', ...any },
  circularity: { column: 'circularity', ...any },
  parameterNorm: { column: 'parameter_norm', ...any },
} as const satisfies Partial<Record<keyof AuthorsRun, Range>>;

const identities = ['runid', 'Name'] as const;
const required = [
  ...Object.values(settings).map(({ column }) => column),
  ...Object.values(switches),
  'act_fn',
  ...Object.values(measures).map(({ column }) => column),
];

/**
 * True for a table with a name that only the authors' have: reading it says which of the others are
 * missing. Looks at the first line alone.
 */
export function isAuthorsTable(text: string): boolean {
  return headerOf(text).includes(settings.attentionRate.column);
}

/**
 * Every run of a table, in its order, those without measures too.
 *
 * @throws FormatError naming the columns that are missing, or the line that makes no sense
 */
export function readAuthorsTable(text: string): readonly AuthorsRun[] {
  const table = readCommaSeparated(text);
  const columns = columnsOf(table);
  return table.lines.map(({ line, cells }) =>
    runOf(line, (name) => {
      const column = columns.get(name);
      return column === undefined ? '' : (cells[column] as string).trim();
    }),
  );
}

/** Where each column lies. */
function columnsOf({ header }: CommaSeparatedTable): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, index) => {
    if (columns.has(name) && required.includes(name)) {
      throw new FormatError(words('columnTwice', { name }));
    }
    columns.set(name, index);
  });
  const missing: string[] = required.filter((name) => !columns.has(name));
  if (!identities.some((name) => columns.has(name))) missing.push('runid');
  if (missing.length === 0) return columns;
  throw new FormatError(words('columnsMissing', { count: missing.length, names: listed(missing) }));
}

function runOf(line: number, cell: (name: string) => string): AuthorsRun {
  const id = identities.map(cell).find((name) => name !== '');
  if (id === undefined) throw nonsense(line, 'runid', '', words('nameOfRun'));
  const activation = cell('act_fn').toLowerCase();
  if (activation === '') throw nonsense(line, 'act_fn', '', words('nameOfActivation'));
  return {
    id,
    ...mapValues(settings, (range) => numberOf(line, range, cell(range.column))),
    ...mapValues(switches, (column) => switchOf(line, column, cell(column))),
    activation,
    ...mapValues(measures, (range) => measureOf(line, range, cell(range.column))),
  };
}

function mapValues<Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(
    (Object.entries(values) as [Key, From][]).map(([key, value]) => [key, change(value)]),
  ) as Record<Key, To>;
}
