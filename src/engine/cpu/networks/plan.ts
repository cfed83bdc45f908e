/** A network in two stages: first it reserves its room, then it is bound to kernels and runs. */
import type { RunConfiguration } from '../../../model/configuration.ts';
import type { FlatParameters } from '../flat-parameters.ts';
import type { CpuKernels, Numbers } from '../kernels.ts';
import type { Layout } from '../layout.ts';
import type { CpuNetwork } from '../network.ts';
import type { Products } from '../products.ts';

/** What a network runs on. */
export interface Machine {
  readonly kernels: CpuKernels;
  /** One for each lane; token phases use the first. */
  readonly products: readonly [Products, Products];
  /** The whole memory. */
  readonly numbers: Numbers;
}

/** Reserves room; the result makes the network once the memory exists. */
export type NetworkPlan = (
  configuration: RunConfiguration,
  parameters: FlatParameters,
  layout: Layout,
  causalMask?: boolean,
) => (machine: Machine) => CpuNetwork;
