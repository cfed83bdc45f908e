/** WGSL that all kernels share: what is bound where. */

/**
 * Every kernel sees the same bindings:
 * 0 the arena of all networks, 1 tables that say what to do, 2 what differs between launches,
 * 3 the schedule with the optimiser's numbers and the history of losses.
 *
 * A kernel chooses whether it sees the arena as single numbers or as groups of four. The z-index of
 * a workgroup is the number of its network.
 *
 * @param element how the arena is seen
 */
export function bindings(element: 'f32' | 'vec4f'): string {
  return /* wgsl */ `
struct Launch {
  // First entry of this launch in the tables.
  first: u32,
  // Floats from one network's arena to the next.
  stride: u32,
  // What the launch is about; its meaning is the kernel's.
  parameter: u32,
  option: u32,
}
@group(0) @binding(0) var<storage, read_write> arena: array<${element}>;
@group(0) @binding(1) var<storage, read> tables: array<u32>;
@group(0) @binding(2) var<uniform> launch: Launch;
@group(0) @binding(3) var<storage, read_write> schedule: array<vec4f>;
`;
}

/** Stands in a table for something that is not there. */
export const nothing = 0xffffffff;

/** Pairs that a workgroup of the loss kernel handles. */
export const pairsPerWorkgroup = 32;

/** Repeats WGSL for every index below `count`. */
export function unrolled(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join('\n');
}
