/** WGSL that loads 4×4 blocks of matrices, the one way in which products read their operands. */
import { nothing, unrolled } from './prelude.ts';

/** Words of an operand in the tables. */
export const operandWords = 6;

/**
 * An operand is stored in rows. `innerRows` says that its rows run along the inner dimension of the
 * product, so that blocks arrive as they are needed; the others are transposed in registers. That
 * makes one load path out of A·B, Aᵀ·B and A·Bᵀ.
 *
 * An operand may have a number added to each of its rows: embeddings become positions' inputs in
 * passing, and rows of zeros (stride 0) become a vector repeated.
 */
export const matrixBlocks = /* wgsl */ `
struct Operand {
  // In groups of four from the beginning of all arenas.
  offset: u32,
  stride: u32,
  rows: u32,
  columns: u32,
  innerRows: bool,
  addend: u32,
}

fn operandAt(word: u32, base: u32) -> Operand {
  return Operand(
    base + tables[word], tables[word + 1u], tables[word + 2u], tables[word + 3u],
    tables[word + 4u] == 1u, tables[word + 5u],
  );
}

fn addendAt(operand: Operand, base: u32, row: u32) -> f32 {
  let index = operand.addend + row;
  return arena[base + (index >> 2u)][index & 3u];
}

// Rows row … row + 3 of a group of four columns; zero outside of the matrix.
fn blockAt(operand: Operand, base: u32, row: u32, column: u32) -> mat4x4f {
  var block = mat4x4f();
  if (column * 4u >= operand.columns) { return block; }
  let place = operand.offset + row * operand.stride + column;
${unrolled(
  4,
  (i) =>
    `  if (row + ${i}u < operand.rows) { block[${i}] = arena[place + ${i}u * operand.stride]; }`,
)}
  if (operand.addend != ${nothing}u) {
    let inside = column * 4u + vec4u(0u, 1u, 2u, 3u) < vec4u(operand.columns);
${unrolled(
  4,
  (i) => `    if (row + ${i}u < operand.rows) {
      block[${i}] = select(vec4f(), block[${i}] + addendAt(operand, base, row + ${i}u), inside);
    }`,
)}
  }
  return block;
}
`;

/**
 * WGSL that brings both operands' shares of a product's inner step into workgroup memory: the first
 * 32 invocations one 4×4 block each of the left operand, the others of the right one. The left one
 * lies at staged[inner index · pitch + group of four outer indices], the right one behind it.
 *
 * Workgroup memory is kept small because some devices set all of it to zero at every start.
 */
export function stageOperands(outerGroups: number, innerGroups: number, pitch: number): string {
  return /* wgsl */ `
    {
      let number = thread & 31u;
      let innerGroup = select(number % ${innerGroups}u, number / ${outerGroups}u, operand.innerRows);
      let outerGroup = select(number / ${innerGroups}u, number % ${outerGroups}u, operand.innerRows);
      let innerIndex = start + innerGroup * 4u;
      let outerIndex = firstOuter + outerGroup * 4u;
      var block = blockAt(
        operand, base,
        select(outerIndex, innerIndex, operand.innerRows),
        select(innerIndex, outerIndex, operand.innerRows) / 4u,
      );
      if (!operand.innerRows) { block = transpose(block); }
      let place = (thread >> 5u) * ${4 * innerGroups * pitch}u + innerGroup * ${4 * pitch}u + outerGroup;
${unrolled(4, (i) => `      staged[place + ${i * pitch}u] = block[${i}];`)}
    }`;
}
