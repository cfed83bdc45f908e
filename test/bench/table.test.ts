import { describe, expect, it } from 'vitest';
import type { ContenderName } from '../../src/bench/contender.ts';
import type { CaseResult, ContenderResult } from '../../src/bench/result.ts';
import { spreadOf } from '../../src/bench/statistics.ts';
import { caseLines, columns, growthLines, numberText, targetLines } from '../../src/bench/table.ts';
import { targetsOf } from '../../src/bench/targets.ts';

function contender(
  name: ContenderName,
  median: number,
  changed: Partial<ContenderResult> = {},
): ContenderResult {
  const turns = [median - 1, median, median + 1];
  return {
    name,
    label: `the ${name}`,
    runsOn: 'here',
    measured: true,
    early: { ...spreadOf(turns), step: 50, stepsPerTurn: 1, turns },
    late: null,
    lateMissing: null,
    flatness: null,
    ratio: median / 10,
    comparedStep: 20,
    trainLossDifference: 1e-6,
    testLossDifference: 2e-6,
    agrees: true,
    launchesPerStep: null,
    encodeMilliseconds: null,
    bytes: null,
    ...changed,
  };
}

const processor: CaseResult = {
  p: 59,
  width: 128,
  attention: 0,
  reference: 'wasm',
  contenders: [
    contender('wasm', 10, { flatness: 1.05, bytes: 2 ** 21 }),
    contender('tfjs-autograd', 90, { lateMissing: '1500 steps would take 99 s', agrees: false }),
    contender('jax-js', 25),
    { ...contender('pytorch', 0), measured: false, reason: 'no PyTorch here', broke: false },
  ],
};

describe('the table of a case', () => {
  const text = caseLines(processor).join('\n');

  it('has a line for everyone', () => {
    expect(text).toMatch(/p = 59, width 128, attention 0/);
    expect(text).toMatch(
      /wasm: the wasm \(here\) +10\.0 \(9\.00–11\.0\) .*1\.05 +1\.00 × .*2\.0 MiB/,
    );
    expect(text).toMatch(/tfjs-autograd: .* 9\.00 × .* 2\.0e-6 \(20\) +DIFFERS/);
    expect(text).toContain('Not measured late: tfjs-autograd (1500 steps would take 99 s).');
    expect(text).toContain('pytorch: not measured: no PyTorch here.');
  });

  it('is followed by growth, one row a modulus', () => {
    const lines = growthLines([{ ...processor, p: 13 }, processor]);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/p +wasm +tfjs-autograd +jax-js +pytorch/);
    expect(lines[2]).toMatch(/^ {2}13 .*not measured$/);
    expect(growthLines([])).toEqual([]);
  });
});

describe('the goals', () => {
  it('are compared at the paper’s size', () => {
    const targets = targetsOf(processor);
    expect(targets.map(({ measured, met }) => [measured, met])).toEqual([
      [9, false],
      [2.5, true],
      [10, true],
      [1.05, true],
    ]);
    const text = targetLines(targets).join('\n');
    expect(text).toMatch(/autograd ÷ own ≥ 10 +9\.00 × +NOT met/);
    expect(text).toMatch(/a step ≤ 20 ms +10\.0 ms +met/);
    expect(targetsOf({ ...processor, p: 31 })).toEqual([]);
    expect(targetLines([])).toEqual([]);
  });

  it('of a GPU hold for every size', () => {
    const targets = targetsOf({
      ...processor,
      p: 31,
      reference: 'webgpu',
      contenders: [
        contender('webgpu', 2, { launchesPerStep: 8, encodeMilliseconds: 0.02 }),
        contender('tfjs-webgpu-autograd', 20, { launchesPerStep: 900, encodeMilliseconds: 9 }),
      ],
    });
    expect(targets.map(({ measured, met }) => [Math.round(100 * measured) / 100, met])).toEqual([
      [8, true],
      [10, true],
      [0.02, true],
      [450, true],
    ]);
  });
});

describe('columns', () => {
  it('stand below each other', () => {
    expect(
      columns(
        ['', 'time'],
        [
          ['a long name', '1'],
          ['b', '10 ms'],
        ],
      ),
    ).toEqual(['                time', '  a long name      1', '  b            10 ms']);
  });

  it('stand below each other where letters are twice as wide', () => {
    const rows = [
      ['时钟', '1'],
      ['b', '10 步'],
    ];
    expect(columns(['', '时间'], rows)).toEqual([
      '         时间',
      '  时钟      1',
      '  b     10 步',
    ]);
  });

  it.each([
    [123.4, '123'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.0123, '0.012'],
  ])('write %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
