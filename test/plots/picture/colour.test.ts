import { describe, expect, it, vi } from 'vitest';
import type { ColourResolver } from '../../../src/plots/picture/colour.ts';
import { convertColour, paintAttributes } from '../../../src/plots/picture/colour.ts';

const never: ColourResolver = () => {
  throw new Error('not to be painted');
};

describe('colours of pictures', () => {
  it.each([
    ['#1F4FB8', '#1f4fb8', 1],
    ['rgb(31, 79, 184)', '#1f4fb8', 1],
    ['rgba(31, 79, 184, 0.09)', '#1f4fb8', 0.09],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['gray', '#808080', 1],
  ])('reads %s', (text, hex, opacity) => {
    expect(convertColour(text, never)).toEqual({ hex, opacity });
  });

  it('sees nothing where all is transparent', () => {
    expect(convertColour('transparent', never).opacity).toBe(0);
  });

  it.each([
    ['oklch(0.66 0.14 20)', 'oklch(0.66 0.14 20)', 1],
    ['oklch(0.66 0.14 20 / 0.25)', 'oklch(0.66 0.14 20)', 0.25],
    ['color(srgb 0.1 0.2 0.3 / 13%)', 'color(srgb 0.1 0.2 0.3)', 0.13],
    ['color(srgb 0.1 0.2 0.3 / none)', 'color(srgb 0.1 0.2 0.3)', 0],
  ])('has %s painted, but not its opacity', (text, opaque, opacity) => {
    const resolve = vi.fn<ColourResolver>(() => [213, 106, 143]);
    expect(convertColour(text, resolve)).toEqual({ hex: '#d56a8f', opacity });
    expect(resolve).toHaveBeenCalledExactlyOnceWith(opaque);
  });

  it('writes opacity beside the colour, for programs that know no alpha in it', () => {
    expect(paintAttributes('fill', 'rgba(28, 27, 34, 0.5)')).toEqual({
      fill: '#1c1b22',
      'fill-opacity': 0.5,
    });
    expect(paintAttributes('stroke', '#1c1b22')).toEqual({ stroke: '#1c1b22' });
    expect(paintAttributes('stroke', 'none')).toEqual({ stroke: 'none' });
  });
});
