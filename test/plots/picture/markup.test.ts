import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeXml, group, shift, tag, unescapeXml } from '../../../src/plots/picture/markup.ts';

describe('markup of pictures', () => {
  it('leaves out attributes that say nothing, and rounds numbers', () => {
    expect(tag('rect', { x: 1.23456, y: -0.001, rx: undefined })).toBe('<rect x="1.23" y="0"/>');
    expect(tag('text', { fill: '"&<' }, escapeXml('a < b & c'))).toBe(
      '<text fill="&quot;&amp;&lt;">a &lt; b &amp; c</text>',
    );
  });

  it('makes no group that does nothing', () => {
    expect(group({ transform: shift(0, 0.001) }, '<g/>')).toBe('<g/>');
    expect(group({ transform: shift(0, 2) }, '<g/>')).toBe(
      '<g transform="translate(0 2)"><g/></g>',
    );
    expect(group({ opacity: 0.5 }, '')).toBe('');
  });

  it('drops what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\uffffe')).toBe('abcde');
    expect(escapeXml('π 😀\n')).toBe('π 😀&#10;');
  });

  it('gives any other text back as it was', () => {
    const texts = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeXml(text);
        expect(escaped).not.toMatch(/[<>"\n\r\t]|&(?!#?\w+;)/);
        expect(unescapeXml(escaped)).toBe(text);
      }),
    );
  });
});
