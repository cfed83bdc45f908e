/** Writes a network's step down: launches, and the tables that they read. */
import { modelDimensions, type RunConfiguration } from '../../model/configuration.ts';
import { ArenaLayout, type Matrix } from './arena.ts';
import { GradientSources } from './gradient-sources.ts';
import { encodeJob, innerWork, type ProductJob } from './jobs.ts';
import { groupedProduct, productFeatures } from './kernels/grouped-product.ts';
import { adamUpdate, blockWords, packing, valuesPerWorkgroup } from './kernels/optimiser.ts';
import { type ReductionVariant, reduction } from './kernels/reduction.ts';
import {
  layOutParameters,
  type ParameterLayout,
  type ParameterPlace,
  placeOf,
} from './parameter-layout.ts';
import { type CommonRegions, type Constant, type Launch, lossLaunch, type Plan } from './plan.ts';
import type { Reduction } from './reductions.ts';
import { scheduleCapacity } from './schedule.ts';

/** What every WebGPU device takes along one dimension. */
const mostWorkgroups = 65_535;

/** Collects launches and tables while a network's step is written down. */
export class PlanBuilder {
  readonly arena = new ArenaLayout();
  readonly parameters: ParameterLayout;
  readonly regions: CommonRegions;
  readonly launches: Launch[] = [];
  private readonly words: number[] = [];
  private readonly constants: Constant[] = [];
  readonly gradients: GradientSources;

  constructor(readonly configuration: RunConfiguration) {
    const { pairs, vocabulary } = modelDimensions(configuration);
    const scalars = this.arena.matrix(1, 4);
    this.parameters = layOutParameters(this.arena, configuration);
    this.gradients = new GradientSources(configuration.p, this.parameters);
    this.regions = {
      scalars,
      masks: this.arena.matrix(1, pairs),
      statistics: this.arena.matrix(pairs, 4),
      logitGradient: this.arena.matrix(pairs, vocabulary),
      packed: this.arena.matrix(1, this.parameters.count),
    };
  }

  /** A parameter's place. */
  place(name: string): ParameterPlace {
    return placeOf(this.parameters, name);
  }

  /** Numbers that do not change. */
  constant(rows: number, columns: number, value: (row: number, column: number) => number): Matrix {
    const matrix = this.arena.matrix(rows, columns);
    const values = new Float32Array(rows * matrix.stride);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        values[row * matrix.stride + column] = value(row, column);
      }
    }
    this.constants.push({ matrix, values });
    return matrix;
  }

  /** Writes words to the tables and says where they begin. */
  table(words: readonly number[]): number {
    const start = this.words.length;
    for (const word of words) this.words.push(word);
    return start;
  }

  /** Adds a launch, in parts where it has more workgroups than a device promises to take. */
  launch(name: string, code: string, workgroups: number, settings: Partial<Launch> = {}): void {
    this.launches.push({
      name,
      code,
      workgroups,
      first: 0,
      parameter: 0,
      option: 0,
      ...settings,
    });
  }

  /** Matrix products that do not depend on each other, in one launch, long ones first. */
  products(name: string, jobs: readonly ProductJob[]): void {
    const { activation } = this.configuration;
    const count = (edge: number) =>
      jobs.reduce((sum, { output, splits }) => {
        const tiles = Math.ceil(output.rows / edge) * Math.ceil(output.columns / edge);
        return sum + tiles * (splits?.count ?? 1);
      }, 0);
    // Large tiles read less, small ones keep more of the device busy.
    const tile = count(64) >= 96 ? 64 : 32;
    const entries: number[] = [];
    for (const job of [...jobs].sort((left, right) => innerWork(right) - innerWork(left))) {
      const pointer = this.table(encodeJob(job));
      for (let split = 0; split < (job.splits?.count ?? 1); split++) {
        for (let row = 0; row < job.output.rows / tile; row++) {
          for (let column = 0; column < job.output.columns / tile; column++) {
            entries.push(pointer, row, column, split);
          }
        }
      }
    }
    const features = new Set(
      productFeatures.filter((feature) =>
        jobs.some((job) => job[feature] !== undefined && job[feature] !== false),
      ),
    );
    this.launchEntries(name, groupedProduct({ tile, activation, features }), entries, 4);
  }

  /** Sums that do not depend on each other, in one launch. */
  reductions(
    name: string,
    sums: readonly Reduction[],
    attention?: ReductionVariant['attention'],
  ): void {
    const { masks, statistics } = this.regions;
    const entries: number[] = [];
    for (const { words, blocks } of sums) {
      const pointer = this.table(words);
      for (let block = 0; block < blocks; block++) entries.push(pointer, block);
    }
    const code = reduction({
      ...(attention && { attention }),
      p: this.configuration.p,
      capacity: scheduleCapacity,
      masks: masks.offset,
      statistics: statistics.offset,
    });
    this.launchEntries(name, code, entries, 2);
  }

  /** Adds the optimiser. */
  finish(): Plan {
    const entries: number[] = [];
    for (const place of this.parameters.places.values()) {
      for (const [index, { matrix, packedOffset, packedStride }] of place.blocks.entries()) {
        const source = this.gradients.of(place.name, index);
        const words: Record<(typeof blockWords)[number], number> = {
          values: matrix.offset,
          valuesStride: matrix.stride,
          rows: matrix.rows,
          columns: matrix.columns,
          gradient: source?.offset ?? 0,
          terms: source?.terms ?? 0,
          termStride: source?.termStride ?? 0,
          rowStride: source?.rowStride ?? 0,
          columnStride: source?.columnStride ?? 0,
          packed: packedOffset,
          packedStride,
        };
        const pointer = this.table(blockWords.map((word) => words[word]));
        const chunks = Math.ceil((matrix.rows * matrix.columns) / valuesPerWorkgroup);
        for (let chunk = 0; chunk < chunks; chunk++) entries.push(pointer, chunk);
      }
    }
    const forwardAndBackward = [...this.launches];
    this.launches.length = 0;
    this.launchEntries('AdamW', adamUpdate(this.parameters.span), entries, 2);
    const update = [...this.launches];
    const last = forwardAndBackward.findLastIndex(({ name }) => name === lossLaunch);
    const pack: Launch = {
      name: 'copy of parameters',
      code: packing(this.regions.packed.offset),
      workgroups: entries.length / 2,
      first: update[0]?.first ?? 0,
      parameter: 0,
      option: 0,
    };
    return {
      configuration: this.configuration,
      size: this.arena.size,
      parameters: this.parameters,
      tables: Uint32Array.from(this.words),
      forwardAndBackward,
      update,
      logits: forwardAndBackward
        .slice(0, last + 1)
        .map((launch) => (launch.name === lossLaunch ? { ...launch, option: 1 } : launch)),
      packValues: pack,
      packGradients: { ...pack, option: 1 },
      regions: this.regions,
      constants: this.constants,
    };
  }

  /** A launch whose workgroups read one entry each. */
  private launchEntries(name: string, code: string, entries: number[], size: number): void {
    for (let start = 0; start < entries.length; start += size * mostWorkgroups) {
      const part = entries.slice(start, start + size * mostWorkgroups);
      this.launch(name, code, part.length / size, { first: this.table(part) });
    }
  }
}
