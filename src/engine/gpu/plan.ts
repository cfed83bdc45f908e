/** A training step as data: what each launch runs and what the tables say about it. */
import type { RunConfiguration } from '../../model/configuration.ts';
import type { Matrix } from './arena.ts';
import type { ParameterLayout } from './parameter-layout.ts';

/** One dispatch. */
export interface Launch {
  /** Says what it does, for people. */
  readonly name: string;
  /** WGSL; launches with the same text share a pipeline. */
  readonly code: string;
  readonly workgroups: number;
  /** Words of the launch's uniform besides the stride of the arena. */
  readonly first: number;
  readonly parameter: number;
  readonly option: number;
}

/** Everything a trainer needs to know about a network of one shape. */
export interface Plan {
  readonly configuration: RunConfiguration;
  /** Floats of one network. */
  readonly size: number;
  readonly parameters: ParameterLayout;
  readonly tables: Uint32Array<ArrayBuffer>;
  /** From parameters to gradients, losses and right answers. */
  readonly forwardAndBackward: readonly Launch[];
  readonly update: readonly Launch[];
  /** From parameters to logits in the place of their gradient. */
  readonly logits: readonly Launch[];
  readonly packValues: Launch;
  readonly packGradients: Launch;
  readonly regions: CommonRegions;
  readonly constants: readonly Constant[];
}

/** Numbers that are in the arena from the beginning. */
export interface Constant {
  readonly matrix: Matrix;
  readonly values: Float32Array<ArrayBuffer>;
}

/** What every network has in its arena besides parameters. */
export interface CommonRegions {
  /** 1×4 at the very beginning: attention rate, 1/(number of train pairs). */
  readonly scalars: Matrix;
  /** 1×p²: 1 for train pairs. */
  readonly masks: Matrix;
  /** p²×4: loss, 1 for a right answer, logit of the answer, largest wrong logit. */
  readonly statistics: Matrix;
  /** p²×classes: gradient of the loss with respect to the logits. */
  readonly logitGradient: Matrix;
  /** 1×count: a copy of parameters or gradients in the order of the release. */
  readonly packed: Matrix;
}

/** Name of the launch that turns hidden values into losses. */
export const lossLaunch = 'loss';
