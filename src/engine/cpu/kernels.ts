/**
 * The kernels a training step on the CPU is made of, behind which stand two implementations: vector
 * instructions of WebAssembly (`assembly/`, where each is described) and plain TypeScript (`plain/`).
 *
 * Pointers are byte addresses in one memory; strides and counts are in numbers.
 */

/** A byte address; 0 stands for "none" where that is allowed. */
export type Pointer = number;

/** All kernels. Both implementations add in the same order, as far as their precision allows. */
export interface CpuKernels {
  /** Arranges a matrix (depth × columns) for `product`. */
  packColumns(
    depth: number,
    columns: number,
    source: Pointer,
    rowStride: number,
    columnStride: number,
    target: Pointer,
  ): void;
  /** C = A·B or C += A·B, with B arranged by `packColumns`. */
  product(
    rows: number,
    columns: number,
    depth: number,
    a: Pointer,
    aStride: number,
    packed: Pointer,
    c: Pointer,
    cStride: number,
    adds: boolean,
    scratch: Pointer,
  ): void;
  /** C = Aᵀ·B or C += Aᵀ·B for A: depth × rows, B: depth × columns. */
  productOverRows(
    rows: number,
    columns: number,
    depth: number,
    a: Pointer,
    aStride: number,
    b: Pointer,
    bStride: number,
    c: Pointer,
    cStride: number,
    adds: boolean,
    scratch: Pointer,
  ): void;
  /** first[a] + second[b] + Σ_h weight_h[a,b]·(firstHead_h[a] − secondHead_h[b]), then the bend. */
  pairValues(
    rows: number,
    firsts: Pointer,
    seconds: Pointer,
    p: number,
    width: number,
    first: Pointer,
    second: Pointer,
    headCount: number,
    heads: Pointer,
    weights: Pointer,
    out: Pointer,
    slopes: Pointer,
    hiddenWidth: number,
    kind: number,
  ): void;
  /** Sums the gradient of pair values over the pairs of each token. */
  pairGradients(
    rows: number,
    firsts: Pointer,
    seconds: Pointer,
    p: number,
    width: number,
    headCount: number,
    heads: Pointer,
    weights: Pointer,
    out: Pointer,
    slopes: Pointer,
    hiddenWidth: number,
    kind: number,
    gradient: Pointer,
    toFirst: Pointer,
    toSecond: Pointer,
    toHeads: Pointer,
    toWeights: Pointer,
  ): void;
  /** values = activation(values). Kinds: 0 nothing, 1 ReLU, 2 GELU. */
  bend(
    rows: number,
    width: number,
    values: Pointer,
    slopes: Pointer,
    stride: number,
    kind: number,
  ): void;
  /** gradient = gradient·slope. */
  bendBack(
    rows: number,
    width: number,
    values: Pointer,
    slopes: Pointer,
    gradient: Pointer,
    stride: number,
    kind: number,
  ): void;
  /** Cross-entropy of pairs, its gradient, right answers and the logits the views draw. */
  pairLoss(
    rows: number,
    classes: number,
    logits: Pointer,
    stride: number,
    labels: Pointer,
    places: Pointer,
    weight: number,
    gradient: Pointer,
    scratch: Pointer,
    sums: Pointer,
    correct: Pointer,
    wrong: Pointer,
  ): void;
  /** α·(softmax weight on the first token), for all pairs and heads of the first block. */
  headWeights(
    p: number,
    heads: number,
    headWidth: number,
    query: Pointer,
    key: Pointer,
    scale: number,
    attentionRate: number,
    weights: Pointer,
  ): void;
  /** The way back of `headWeights`. */
  headWeightGradients(
    p: number,
    heads: number,
    headWidth: number,
    query: Pointer,
    key: Pointer,
    scale: number,
    attentionRate: number,
    weights: Pointer,
    gradient: Pointer,
    toQuery: Pointer,
    toKey: Pointer,
  ): void;
  /** What each head reads over the positions, for a block of pairs. */
  attend(
    rows: number,
    heads: number,
    headWidth: number,
    positions: number,
    step: number,
    query: Pointer,
    keys: Pointer,
    values: Pointer,
    scale: number,
    attentionRate: number,
    weights: Pointer,
    read: Pointer,
  ): void;
  /** The way back of `attend`. */
  attendGradients(
    rows: number,
    heads: number,
    headWidth: number,
    positions: number,
    step: number,
    query: Pointer,
    keys: Pointer,
    values: Pointer,
    scale: number,
    attentionRate: number,
    weights: Pointer,
    gradient: Pointer,
    toQuery: Pointer,
    toKeys: Pointer,
    toValues: Pointer,
  ): void;
  /** One AdamW update of a flat vector. */
  adamUpdate(
    count: number,
    value: Pointer,
    gradient: Pointer,
    first: Pointer,
    second: Pointer,
    firstBeta: number,
    secondBeta: number,
    decay: number,
    stepSize: number,
    epsilon: number,
  ): void;
  /** target += factor·source. */
  addScaled(count: number, source: Pointer, factor: number, target: Pointer): void;
  /** Sets numbers to zero. */
  clear(count: number, target: Pointer): void;
  /** Adds one row to all rows. */
  addToRows(rows: number, width: number, row: Pointer, target: Pointer, stride: number): void;
  /** target += sum of the rows. */
  addRowSums(rows: number, width: number, source: Pointer, stride: number, target: Pointer): void;
  /** Rows of a table by 32-bit indices; with indices 0 its first row every time. */
  gatherRows(rows: number, width: number, indices: Pointer, table: Pointer, target: Pointer): void;
  /** Adds rows to those of a table. */
  scatterRows(rows: number, width: number, indices: Pointer, source: Pointer, table: Pointer): void;
}

/** Numbers of the memory. Float64 is for references: the number at address x is still at x/4. */
export type Numbers = Float32Array | Float64Array;

/** Kernels and the memory they work on. */
export interface KernelMemory {
  readonly kernels: CpuKernels;
  /** At address/4. */
  readonly numbers: Numbers;
  /** At address/4: pairs, labels. */
  readonly integers: Int32Array;
  /** At address/8: sums. */
  readonly sums: Float64Array;
  readonly bytes: number;
}
