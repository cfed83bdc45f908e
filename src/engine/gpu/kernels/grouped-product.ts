/**
 * Many matrix products in one launch: each workgroup looks up which tile of which job is its own.
 * A job is Σ_s A_s·B_s over its segments, with an epilogue that saves launches of their own.
 */
import type { Activation } from '../../../model/configuration.ts';
import { activationFunctions } from './activation.ts';
import { matrixBlocks, operandWords, stageOperands } from './matrix-blocks.ts';
import { bindings, nothing, unrolled } from './prelude.ts';

/** Words of a job in the tables, and their order. */
export const jobWords = [
  'segments',
  'rows',
  'columns',
  'output',
  'outputStride',
  'splitLength',
  'splitStride',
  'scale',
  'bias',
  'biasScale',
  'added',
  'addedStride',
  'addedDivisor',
  'addedModulus',
  'alsoAdded',
  'alsoAddedStride',
  'alsoAddedDivisor',
  'alsoAddedModulus',
  'bends',
  'slopes',
  'slopesStride',
  'slopesKind',
  'accumulates',
  'rowSums',
  'rowSumsStride',
  'rowSumsScale',
] as const;

/** Words of a segment: inner length, left operand, right operand. */
export const segmentWords = 1 + 2 * operandWords;

/** What `slopesKind` says about the matrix at `slopes`. */
export const slopeKinds = { none: 0, fromResult: 1, read: 2, written: 3 } as const;

/** What the epilogue of a kernel can do; each job says whether it wants it. */
export const productFeatures = [
  'scale',
  'rowSums',
  'bias',
  'added',
  'alsoAdded',
  'slopes',
  'bends',
  'accumulates',
] as const;

/** One of them. */
export type ProductFeature = (typeof productFeatures)[number];

/** What a product kernel is made for. */
export interface ProductVariant {
  /** Edge of the square of results a workgroup of 64 computes: 8×8 or 4×4 an invocation. */
  readonly tile: 64 | 32;
  readonly activation: Activation;
  /** What at least one of its jobs wants. */
  readonly features: ReadonlySet<ProductFeature>;
}

/** The words that the epilogue needs. */
const outputWords = jobWords.filter(
  (word) => !['segments', 'splitLength', 'splitStride'].includes(word),
);

/** WGSL of the kernel. */
export function groupedProduct({ tile, activation, features }: ProductVariant): string {
  const rowSums = features.has('rowSums');
  const when = (feature: ProductFeature, text: string) => (features.has(feature) ? text : '');
  const halves = tile / 32;
  const inner = 16 / halves;
  const groups = tile / 4;
  const pitch = groups + 1;
  const rows = 4 * halves;
  const words = Object.fromEntries(
    jobWords.map((word, index) => [word, `tables[job + ${index}u]`]),
  );
  const eachRow = (text: (row: number) => string) => unrolled(rows, text);
  const eachHalf = (text: (half: number) => string) => unrolled(halves, text);
  return /* wgsl */ `${bindings('vec4f')}${activationFunctions(activation)}${matrixBlocks}
var<workgroup> staged: array<vec4f, ${2 * inner * pitch}>;

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let base = workgroup.z * (launch.stride / 4u);
  let entry = launch.first + workgroup.x * 4u;
  let job = tables[entry];
  let firstRow = tables[entry + 1u] * ${tile}u;
  let firstColumn = tables[entry + 2u] * ${tile}u;
  let split = tables[entry + 3u];
  // Which operand the invocation brings, and from where on.
  let isRight = thread >= 32u;
  let firstOuter = select(firstRow, firstColumn, isRight);
  // Where the invocation's results lie in the tile, in groups of four.
  let tileRow = thread >> 3u;
  let tileColumn = thread & 7u;
  let row = firstRow + tileRow * 4u;
  let column = (firstColumn >> 2u) + tileColumn;
${eachRow((i) => eachHalf((half) => `  var sum${i}_${half} = vec4f();`))}
${rowSums ? eachRow((i) => `  var rowSum${i} = 0.0;`) : ''}

  let segments = ${words.segments};
  let splitLength = ${words.splitLength};
  for (var index = 0u; index < segments; index++) {
    let segment = job + ${jobWords.length}u + index * ${segmentWords}u;
    let operand = operandAt(segment + select(1u, ${1 + operandWords}u, isRight), base);
    let end = min(tables[segment], (split + 1u) * splitLength);
    for (var start = split * splitLength; start < end; start += ${inner}u) {
      ${stageOperands(groups, inner / 4, pitch)}
      workgroupBarrier();
      // A bound that is not known beforehand keeps compilers from writing the loop out.
      let bound = min(end - start, ${inner}u) * ${pitch}u;
      for (var k = 0u; k < bound; k += ${pitch}u) {
${eachHalf(
  (half) => `        let l${half} = staged[k + tileRow + ${8 * half}u];
        let r${half} = staged[k + tileColumn + ${inner * pitch + 8 * half}u];`,
)}
${eachRow((i) => {
  const factor = `l${Math.floor(i / 4)}[${i % 4}]`;
  const sums = eachHalf((half) => `        sum${i}_${half} += ${factor} * r${half};`);
  return rowSums ? `${sums}\n        rowSum${i} += ${factor};` : sums;
})}
      }
      workgroupBarrier();
    }
  }

  let output = outputAt(job, base, split);
${eachRow((i) =>
  eachHalf(
    (half) =>
      `  finish(output, base, row + ${32 * Math.floor(i / 4) + (i % 4)}u, column + ${8 * half}u, sum${i}_${half}${rowSums ? `, rowSum${i}` : ''});`,
  ),
)}
}

// A job's words about its results, read once.
struct Output {
${outputWords.map((word) => `  ${word}: u32,`).join('\n')}
}

fn outputAt(job: u32, base: u32, split: u32) -> Output {
  return Output(
${outputWords.map((word) => `    tables[job + ${jobWords.indexOf(word)}u]${word === 'output' ? ` + base + split * ${words.splitStride}` : ''},`).join('\n')}
  );
}

// The epilogue: from a sum of products to what is stored.
fn finish(job: Output, base: u32, row: u32, column: u32, sum: vec4f${rowSums ? ', rowSum: f32' : ''}) {
  if (row >= job.rows || column * 4u >= job.columns) { return; }
  var value = sum${when('scale', ' * bitcast<f32>(job.scale)')};
${when(
  'rowSums',
  /* wgsl */ `
  if (job.rowSums != ${nothing}u) {
    value += bitcast<f32>(job.rowSumsScale) * rowSum
      * arena[base + job.rowSums + row * job.rowSumsStride + column];
  }`,
)}
${when(
  'bias',
  /* wgsl */ `
  if (job.bias != ${nothing}u) {
    value += bitcast<f32>(job.biasScale) * arena[base + job.bias + column];
  }`,
)}
${(['added', 'alsoAdded'] as const)
  .map((table) =>
    when(
      table,
      `
  if (job.${table} != ${nothing}u) {
    let source = (row / job.${table}Divisor) % job.${table}Modulus;
    value += arena[base + job.${table} + source * job.${table}Stride + column];
  }`,
    ),
  )
  .join('\n')}
${when(
  'slopes',
  /* wgsl */ `
  let slopes = base + job.slopes + row * job.slopesStride + column;
  if (job.slopesKind == ${slopeKinds.fromResult}u) {
    value = select(value, vec4f(), arena[slopes] == vec4f());
  } else if (job.slopesKind == ${slopeKinds.read}u) {
    value *= arena[slopes];
  }${activation === 'gelu' ? ` else if (job.slopesKind == ${slopeKinds.written}u) { arena[slopes] = slope(value); }` : ''}`,
)}
${when('bends', 'if (job.bends == 1u) { value = bend(value); }')}
  let place = job.output + row * job.outputStride + column;
${when('accumulates', 'if (job.accumulates == 1u) { value += arena[place]; }')}
  arena[place] = value;
}
`;
}
