// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { composePicture, wrapText } from '../../../src/plots/picture/composition.ts';
import { plainGradient, splitList } from '../../../src/plots/picture/gradient.ts';
import { tag } from '../../../src/plots/picture/markup.ts';
import { addressInSvg } from '../../../src/plots/picture/svg-address.ts';
import { anchorIn } from '../../../src/plots/picture/text-anchor.ts';

const theme = { surface: '#1d1c22', ink: '#efedf3', softInk: '#aeabb8', family: '"A", sans-serif' };
const parts = { content: '<path d="M0 0"/>', definitions: '', width: 300, height: 200 };
const box = { x: 10, y: 20, width: 100, height: 50 };

describe('the frame of a picture', () => {
  it('keeps where it comes from, and stands on the page’s colour', () => {
    const origin = { title: 'p < 60 & more', caption: 'α = 0', address: 'https://a.b/?c="&d' };
    const { svg, width, height } = composePicture(parts, origin, theme);
    expect(svg).toContain('<title>p &lt; 60 &amp; more</title>');
    expect(svg).toContain('<desc>α = 0</desc>');
    expect(svg).toContain(`<rect width="${width}" height="${height}" fill="#1d1c22"/>`);
    expect(addressInSvg(svg)).toBe(origin.address);
    expect(width).toBe(332);
    expect(height).toBeGreaterThan(232);
  });

  it('takes no room for words that there are not', () => {
    const { svg, height } = composePicture(parts, { title: '', caption: ' ', address: '' }, theme);
    expect(svg).not.toContain('<text');
    expect(height).toBe(232);
  });

  it('breaks lines between words', () => {
    const widthOf = (line: string) => line.length;
    expect(wrapText('one two  three', 8, widthOf)).toEqual(['one two', 'three']);
    expect(wrapText('incomprehensible word', 8, widthOf)).toEqual(['incomprehensible', 'word']);
    expect(wrapText('', 8, widthOf)).toEqual([]);
  });

  it('breaks Chinese between characters, but not before a comma or within a number', () => {
    const widthOf = (line: string) => line.length;
    expect(wrapText('注意力率为 0.75，宽度“128”。', 5, widthOf)).toEqual([
      '注意力率为',
      '0.75，',
      '宽度',
      '“128”。',
    ]);
    expect(wrapText('时钟，披萨', 2, widthOf)).toEqual(['时', '钟，', '披萨']);
    expect(wrapText('a “word”: b', 4, widthOf)).toEqual(['a', '“word”:', 'b']);
  });
});

describe('gradients', () => {
  it('parts lists outside parentheses', () => {
    expect(splitList('a(b(c, d), e), f')).toEqual(['a(b(c, d), e)', 'f']);
  });

  it('lie as CSS has them', () => {
    const gradient = plainGradient('linear-gradient(to right, #f00 0%, #0f0 25%, #00f)', box);
    expect(tag('g', gradient?.attributes ?? {})).toBe(
      '<g gradientUnits="userSpaceOnUse" x1="10" y1="45" x2="110" y2="45"/>',
    );
    expect(gradient?.content).toBe(
      '<stop offset="0" stop-color="#ff0000"/>' +
        '<stop offset="0.25" stop-color="#00ff00"/>' +
        '<stop offset="1" stop-color="#0000ff"/>',
    );
  });

  it('repeat, and stand still between two places of one colour', () => {
    const stripes =
      'repeating-linear-gradient(90deg, rgb(1, 2, 3) 0px 2px, rgba(1, 2, 3, 0.5) 2px 5px)';
    const gradient = plainGradient(stripes, box);
    expect(gradient?.attributes).toMatchObject({ x1: 10, x2: 15, spreadMethod: 'repeat' });
    expect(gradient?.content.match(/offset="[\d.]+"/g)?.join()).toBe(
      'offset="0",offset="0.4",offset="0.4",offset="1"',
    );
  });

  it('share out colours without places', () => {
    const gradient = plainGradient('linear-gradient(#f00, #0f0, #00f)', box);
    expect(tag('g', gradient?.attributes ?? {})).toContain('x1="60" y1="20" x2="60" y2="70"');
    expect(gradient?.content).toContain('<stop offset="0.5" stop-color="#00ff00"/>');
  });

  it('are not made of other images', () => {
    expect(plainGradient('url("a.png")', box)).toBeUndefined();
  });
});

describe('the end a line holds on to', () => {
  it('is the right one where the line was pushed there', () => {
    expect(anchorIn({ left: 80, right: 100 }, { left: 0, right: 100 })).toBe('end');
    expect(anchorIn({ left: 0, right: 100 }, { left: 0, right: 100 })).toBe('start');
    // Close behind a mark.
    expect(anchorIn({ left: 12, right: 100 }, { left: 5, right: 100 })).toBe('start');
    expect(anchorIn({ left: 30, right: 90 }, { left: 0, right: 100 })).toBe('start');
    expect(anchorIn({ left: 30, right: 90 }, undefined)).toBe('start');
  });
});
