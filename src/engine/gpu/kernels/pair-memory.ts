/** Logits of pairs from hidden values that are in memory already. */
import type { Matrix } from '../arena.ts';
import type { PairLossVariant } from './pair-loss.ts';

/**
 * The parts of the loss kernel that read memory.
 *
 * @param segments rows×columns each, row 0 the first pair of the launch
 * @param bias 1×classes that logits begin with; absent where they begin at zero
 */
export function pairMemory(
  segments: readonly Matrix[],
  bias: Matrix | undefined,
): Pick<PairLossVariant, 'declarations' | 'preparation' | 'segments'> {
  const hidden = segments.map(
    ({ offset, stride }, index) => /* wgsl */ `
fn hidden${index}(base: u32, pair: vec3u, local: u32, group: u32) -> vec4f {
  return arena[base + ${offset / 4}u + (pair.x - launch.parameter) * ${stride / 4}u + group];
}`,
  );
  const first =
    bias === undefined
      ? 'return vec4f();'
      : `if (column >= ${bias.stride / 4}u) { return vec4f(); }
  return arena[base + ${bias.offset / 4}u + column];`;
  return {
    declarations: /* wgsl */ `${hidden.join('\n')}
fn firstLogits(base: u32, pair: vec3u, local: u32, column: u32) -> vec4f {
  ${first}
}
`,
    preparation: () => '',
    segments: segments.map(({ columns }) => columns),
  };
}
