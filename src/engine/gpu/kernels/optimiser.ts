/**
 * AdamW over all parameters in place (SCIENCE section 2), and the copy of parameters or gradients
 * into the order of the release. Both read the same blocks, so that a gradient has one meaning.
 */
import { bindings } from './prelude.ts';

/** Words of a block of a parameter in the tables; offsets and strides in floats. */
export const blockWords = [
  'values',
  'valuesStride',
  'rows',
  'columns',
  'gradient',
  'terms',
  'termStride',
  'rowStride',
  'columnStride',
  'packed',
  'packedStride',
] as const;

/** Values of a block that one workgroup handles. */
export const valuesPerWorkgroup = 256;

const words = Object.fromEntries(
  blockWords.map((word, index) => [word, `tables[block + ${index}u]`]),
) as Record<(typeof blockWords)[number], string>;

/**
 * A gradient is a sum of `terms` numbers in a fixed order: parts of a long product, rows of a table.
 * Where there are none, the loss does not depend on the parameter.
 */
const gradientAt = /* wgsl */ `
fn gradientAt(base: u32, block: u32, row: u32, column: u32) -> f32 {
  let first = base + ${words.gradient} + row * ${words.rowStride} + column * ${words.columnStride};
  let terms = ${words.terms};
  let stride = ${words.termStride};
  var sum = 0.0;
  for (var term = 0u; term < terms; term++) { sum += arena[first + term * stride]; }
  return sum;
}
`;

function kernel(body: string): string {
  return /* wgsl */ `${bindings('f32')}${gradientAt}
@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let base = workgroup.z * launch.stride;
  let entry = launch.first + workgroup.x * 2u;
  let block = tables[entry];
  let columns = ${words.columns};
  let count = ${words.rows} * columns;
  let end = min(count, (tables[entry + 1u] + 1u) * ${valuesPerWorkgroup}u);
  for (var index = tables[entry + 1u] * ${valuesPerWorkgroup}u + thread; index < end; index += 64u) {
    let row = index / columns;
    let column = index % columns;
    let place = base + ${words.values} + row * ${words.valuesStride} + column;
    ${body}
  }
}
`;
}

/**
 * The update. Moments are kept divided by (1 − β). The schedule holds, for the present step, what the
 * learning rate makes of a value, the size of a step, eps as it applies to these moments, and whether
 * values near zero become zero, long before they are subnormal numbers and slow.
 *
 * @param span floats from the values to the first and on to the second moments
 */
export function adamUpdate(span: number): string {
  return kernel(/* wgsl */ `
    let networks = workgroups.z;
    let step = u32(schedule[workgroup.z].x);
    let rates = schedule[networks + step * networks + workgroup.z];
    var value = arena[place] * rates.x;
    if (${words.terms} > 0u) {
      let gradient = gradientAt(base, block, row, column);
      var first = arena[place + ${span}u] * 0.9 + gradient;
      var second = arena[place + ${2 * span}u] * 0.98 + gradient * gradient;
      value -= rates.y * (first / (sqrt(second) + rates.z));
      if (rates.w == 1.0) {
        first = select(first, 0.0, abs(first) < 1e-18);
        second = select(second, 0.0, abs(second) < 1e-32);
      }
      arena[place + ${span}u] = first;
      arena[place + ${2 * span}u] = second;
    }
    if (rates.w == 1.0) { value = select(value, 0.0, abs(value) < 1e-18); }
    arena[place] = value;`);
}

/**
 * Copies values (option 0) or gradients (option 1) of all parameters without gaps.
 *
 * @param target first float of the copy
 */
export function packing(target: number): string {
  return kernel(/* wgsl */ `
    let packed = base + ${target}u + ${words.packed} + row * ${words.packedStride} + column;
    if (launch.option == 0u) { arena[packed] = arena[place]; }
    else { arena[packed] = gradientAt(base, block, row, column); }`);
}
