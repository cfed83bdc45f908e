import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NetworkResult } from '../../src/analysis/result.ts';
import { openNetwork } from '../../src/formats/open-network.ts';
import type { RunConfiguration } from '../../src/model/configuration.ts';
import { savedTensors } from '../formats/support/saved-networks.ts';
import { writeTorch } from '../formats/support/torch-writer.ts';
import { smallConfiguration } from '../support/networks.ts';
import { missingReference, readReferenceJson, referencePath } from '../support/reference.ts';
import { type CliOutcome, runCli } from './run-cli.ts';
import { runHere } from './run-here.ts';

const timeout = 60_000;

const circleKeys = [
  ...['k', 'accuracy', 'fveClock', 'fvePizza', 'fveAccompanying', 'accompanies', 'verdict'],
];

/** Names promised to scripts (README, "Results"). */
const resultKeys = [
  'step',
  'trainLoss',
  'testLoss',
  'trainAccuracy',
  'testAccuracy',
  'gradientSymmetricity',
  'gradientSymmetricityTriples',
  'distanceIrrelevance',
  'distanceIrrelevanceWrongLogit',
  'circularity',
  'parameterNorm',
  'frequencies',
  'effectiveCircles',
  'gini',
  'circles',
  'accuracyKeepingTop',
  'fullLogitsR2',
  'verdict',
  'verdictReason',
];

/** What training prints with --json. */
interface TrainOutput extends NetworkResult {
  readonly configuration: RunConfiguration;
  readonly history: readonly Partial<NetworkResult>[];
}

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A checkpoint of p = 7 that does not tell its attention rate. */
const silent = at('silent.pt');
beforeAll(() => {
  writeFileSync(silent, writeTorch(savedTensors(smallConfiguration({ p: 7 }))));
});

/** The one JSON document of an analysis, in a process of its own or `run` otherwise. */
async function analyzeJson(options: string[], run = runCli.bind(null, 'analyze')) {
  const { status, output, errors } = await run(...options, '--json');
  expect(status, errors).toBe(0);
  expect(output.trimEnd().split('\n')).toHaveLength(1);
  return { result: JSON.parse(output), errors };
}

const analyzeHere = (...options: string[]) => runHere('analyze', ...options);

describe('a recording of the train command', { timeout }, () => {
  const recording = at('run.safetensors');
  let trained: TrainOutput;

  beforeAll(async () => {
    const settings = ['--p', '11', '--width', '16', '--steps', '40', '--attention', '0.5'];
    const { status, output, errors } = await runCli(
      ...['train', ...settings, '--seed', '3', '--every', '20'],
      ...['--recording', recording, '--json'],
    );
    expect(status, errors).toBe(0);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    trained = JSON.parse(output);
  }, timeout);

  it('holds the settings, the weights and the history of the run', async () => {
    const opened = await openNetwork(readFileSync(recording));
    expect(opened).toMatchObject({ step: 40, splitKnown: true, questions: [] });
    expect(opened.network.configuration).toEqual(trained.configuration);
    expect(opened.history).toHaveLength(3);
    expect(opened.history).toMatchObject(trained.history);
  });

  it('is analysed to the values that training printed', async () => {
    const { result, errors } = await analyzeJson([recording]);
    expect(Object.keys(result)).toEqual(expect.arrayContaining(resultKeys));
    expect(result).toMatchObject({
      file: 'run.safetensors',
      configuration: trained.configuration,
      notes: [],
      seconds: expect.any(Number),
      step: 40,
      gradientSymmetricity: trained.gradientSymmetricity,
      gradientSymmetricityTriples: trained.gradientSymmetricityTriples,
      circularity: trained.circularity,
      parameterNorm: trained.parameterNorm,
      frequencies: trained.frequencies,
      effectiveCircles: trained.effectiveCircles,
      gini: trained.gini,
      trainAccuracy: trained.trainAccuracy,
      testAccuracy: trained.testAccuracy,
      verdict: trained.verdict,
      verdictReason: trained.verdictReason,
    });
    for (const key of ['trainLoss', 'testLoss', 'distanceIrrelevance'] as const) {
      expect(result[key] / trained[key], key).toBeCloseTo(1, 5);
    }
    expect(result.distanceIrrelevanceWrongLogit).toBeCloseTo(
      trained.distanceIrrelevanceWrongLogit,
      5,
    );
    expect(result.circles).toHaveLength(5);
    for (const circle of result.circles) {
      expect(Object.keys(circle)).toEqual(expect.arrayContaining(circleKeys));
    }
    expect(result.accuracyKeepingTop).toHaveLength(5);
    expect(result.accuracyKeepingTop[1]).toEqual({
      kept: [result.circles[0].k, result.circles[1].k],
      accuracy: expect.any(Number),
    });
    expect(result.fullLogitsR2).toMatchObject({ topSixPizza: expect.any(Number) });
    for (const line of errors.trimEnd().split('\n')) expect(line).toMatch(/^ *\d+ % {2}\S/);
    expect(errors.trimEnd().split('\n').length).toBeGreaterThan(10);
  });

  it('is analysed to a table with --csv', async () => {
    const { status, output, errors } = await analyzeHere(recording, '--csv');
    expect(status, errors).toBe(0);
    const lines = output.trimEnd().split('\r\n');
    expect(lines[0]).toBe('subject,measure,value');
    expect(lines).toContain(`network,gradientSymmetricity,${trained.gradientSymmetricity}`);
    expect(lines).toContain(`network,verdict,${trained.verdict}`);
  });

  it('is analysed to a report for people', async () => {
    const { status, output } = await runCli('analyze', recording);
    expect(status).toBe(0);
    expect(output).toContain('p11-width16-attention0.5-seed3');
    expect(output).toContain(`${trained.verdict}: ${trained.verdictReason}`);
    expect(output).toMatch(/^circle +power +roundness +accuracy .*verdict$/m);
    expect(output).not.toMatch(/NaN|undefined|null/);
  });

  it('takes its triples from a file', async () => {
    const triples = [
      [0, 1, 2],
      [3, 4, 5],
      [10, 10, 10],
    ];
    writeFileSync(at('list.json'), JSON.stringify(triples));
    writeFileSync(at('object.json'), JSON.stringify({ triples, models: [] }));
    const list = await analyzeJson([recording, '--triples', at('list.json')], analyzeHere);
    const object = await analyzeJson([recording, '--triples', at('object.json')], analyzeHere);
    expect(list.result.gradientSymmetricityTriples).toBe(3);
    expect(list.result.gradientSymmetricity).not.toBe(trained.gradientSymmetricity);
    expect(object.result.gradientSymmetricity).toBe(list.result.gradientSymmetricity);
  });
});

describe('a checkpoint of others', { timeout }, () => {
  it('is analysed with the settings it does not tell', async () => {
    const { result } = await analyzeJson([silent, '--attention', '0.25'], analyzeHere);
    expect(Object.keys(result)).toEqual(expect.arrayContaining(resultKeys));
    expect(result).toMatchObject({
      configuration: { p: 7, width: 16, attentionRate: 0.25 },
      step: null,
      // Nobody knows which pairs it was trained on.
      trainLoss: null,
      testAccuracy: null,
      loss: expect.any(Number),
      accuracy: expect.any(Number),
    });
  });

  it('is analysed with the configuration beside it', async () => {
    writeFileSync(at('config.json'), JSON.stringify({ C: 7, attn_coeff: 0.75 }));
    const { result } = await analyzeJson([silent, '--config', at('config.json')], analyzeHere);
    expect(result.configuration).toMatchObject({ p: 7, attentionRate: 0.75 });
  });

  it('of the paper gives the known gradient symmetricity', async ({ skip }) => {
    if (missingReference !== undefined) return skip(missingReference);
    const runid = 'l8k1hzciux';
    const { models } = readReferenceJson('golden.json') as {
      models: { runid: string; gradient_symmetricity: number; distance_irrelevance: number }[];
    };
    const known = models.find((model) => model.runid === runid);
    const { result } = await analyzeJson([
      referencePath(`models/model_${runid}.pt`),
      ...['--config', referencePath(`models/config_${runid}.json`)],
      ...['--triples', referencePath('golden.json')],
    ]);
    const near = (value: number, expected = Number.NaN) =>
      expect(Math.abs(value - expected)).toBeLessThan(1e-3);
    near(result.gradientSymmetricity, known?.gradient_symmetricity);
    near(result.distanceIrrelevance, known?.distance_irrelevance);
    expect(result.gradientSymmetricityTriples).toBe(100);
    expect(result.verdict).toBe('clock');
  });
});

describe('bad input to the analyze command', { timeout }, () => {
  beforeAll(() => {
    const whole = readFileSync(silent);
    writeFileSync(at('damaged.pt'), whole.subarray(0, whole.length / 2));
    writeFileSync(at('empty.pt'), '');
    writeFileSync(at('notes\nof two lines.pt'), 'weights, honestly');
    writeFileSync(at('none.json'), '{"triples": []}');
    writeFileSync(at('large.json'), '[[0, 1, 7]]');
    writeFileSync(at('pairs.json'), '[[0, 1]]');
    writeFileSync(at('other.json'), '{"C": 11}');
  });

  it.each<[problem: string, options: string[], sentence: RegExp]>([
    ['no file', [], /Name one checkpoint/],
    ['two files', [silent, silent], /Name one checkpoint/],
    ['a file that does not exist', [at('none.pt')], /none\.pt cannot be read: there is no such/],
    ['a folder', [folder], /cannot be read: it is a folder/],
    ['a damaged file', [at('damaged.pt')], /damaged|cut off/],
    ['an empty file', [at('empty.pt')], /“empty.pt” is empty/],
    ['an unknown option', [silent, '--colour', 'red'], /--colour.*--attention/],
    ['an option of training', [silent, '--steps', '5'], /--steps.*--attention/],
    ['a value out of range', [silent, '--attention', '2'], /--attention must be a number from 0/],
    ['a negative value', [silent, '--attention', '-1'], /--attention must be a number from 0/],
    ['a wrong word', [silent, '--model', 'quadratic'], /--model must be one of transformer/],
    ['a model of another kind', [silent, '--model', 'linear-beta'], /linear-beta/],
    ['a configuration that is missing', [silent, '--config', at('no.json')], /no\.json cannot be/],
    ['a configuration of another run', [silent, '--config', at('other.json')], /Modulus p: 11/],
    ['a checkpoint as configuration', [silent, '--config', silent], /not a JSON object/],
    ['triples that are missing', [silent, '--attention', '1', '--triples', at('no.json')], /no\.j/],
    ['no triples', [silent, '--attention', '1', '--triples', at('none.json')], /holds no triple/],
    ['triples beyond p', [silent, '--attention', '1', '--triples', at('large.json')], /below 7/],
    ['pairs', [silent, '--attention', '1', '--triples', at('pairs.json')], /holds no triples/],
    ['triples in no JSON', [silent, '--attention', '1', '--triples', silent], /is not JSON/],
  ])('%s: one line, status 2, from the command itself', async (_problem, options, sentence) => {
    expectRefused(await analyzeHere(...options, '--json'), sentence);
  });

  it.each<[problem: string, options: string[], sentence: RegExp]>([
    ['an attention rate nobody told', [silent], /--attention A \(0 to 1\).*--config FILE/],
    ['a file with a strange name', [at('notes\nof two lines.pt')], /is not a checkpoint/],
  ])('%s: one line, status 2', async (_problem, options, sentence) => {
    expectRefused(await runCli('analyze', ...options, '--json'), sentence);
  });

  function expectRefused({ status, output, errors }: CliOutcome, sentence: RegExp): void {
    expect(errors).toMatch(sentence);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
    expect(output).toBe('');
    expect(status).toBe(2);
  }

  it('a recording that cannot be written: the last line says so, status 2', async () => {
    const { status, output, errors } = await runCli(
      ...['train', '--p', '5', '--width', '16', '--steps', '1', '--json'],
      ...['--recording', at('no such folder/run.safetensors')],
    );
    expect(errors.trimEnd().split('\n').at(-1)).toMatch(
      /^--recording .* cannot be written \(ENOENT\): /,
    );
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
    expect(output).toBe('');
    expect(status).toBe(2);
  });
});
