import { describe, expect, it } from 'vitest';
import type { MachineFacts } from '../../../src/ui/about/machine-facts.ts';
import { reportText } from '../../../src/ui/about/report.ts';
import { snapshotOf } from '../../state/snapshots.ts';
import { stateOf } from '../../support/page-states.ts';

const page = {
  version: '1.2.3',
  build: 'abc1234, 2026-01-02',
  address: 'https://example.org/clock/?p=13',
  language: 'en',
};

const machine: MachineFacts = {
  agent: 'Mozilla/5.0 Chrome/140',
  screen: '1440 × 900',
  languages: ['de-AT', 'en'],
  threads: 8,
  isIsolated: true,
  hasThreads: true,
  hasVectors: true,
  gpu: { kind: 'adapter', name: 'nvidia, ampere' },
  isKept: false,
};

const asItems = (report: string): Record<string, string> =>
  Object.fromEntries(
    report.split('\n').map((line) => (/^- ([\w -]+): (.*)$/.exec(line) ?? []).slice(1)),
  );

describe('the report', () => {
  it('is a list of what may matter', () => {
    const state = stateOf({
      status: 'failed',
      timeline: [snapshotOf(0), snapshotOf(40, { verdict: 'between' })],
      backend: { name: 'webgpu', device: 'RTX', reason: 'It was faster.', asRequested: true },
      problem: { kind: 'failed', message: 'The GPU\n- was lost.' },
    });
    const items = asItems(reportText(page, state, machine));
    expect(items).toMatchObject({
      Page: 'The Clock and the Pizza 1.2.3 (abc1234, 2026-01-02)',
      Address: 'https://example.org/clock/?p=13',
      Run: 'failed, step 40, verdict between',
      Engine: 'webgpu (RTX). It was faster.',
      GPU: 'nvidia, ampere',
      WebAssembly: 'threads yes, SIMD yes',
      'Cross-origin isolated': 'yes',
      'Processor threads': '8',
      Browser: 'Mozilla/5.0 Chrome/140',
      Language: 'en; browser de-AT, en',
      'Offline copy': 'not kept',
      // What comes from elsewhere cannot begin another item.
      'Last problem': 'The GPU - was lost.',
    });
    expect(items.Settings).toContain('attention=0 ');
    expect(items.Settings).toContain('backend=auto');
  });

  it('says what is missing', () => {
    const nothing = { ...machine, threads: undefined, gpu: { kind: 'no-webgpu' } } as const;
    const items = asItems(reportText({ ...page, build: '' }, stateOf({}), nothing));
    expect(items).toMatchObject({
      Page: 'The Clock and the Pizza 1.2.3',
      Run: 'idle, step 0, verdict none',
      Engine: 'none yet',
      GPU: 'no WebGPU in this browser',
      'Processor threads': 'unknown',
      'Last problem': 'none',
    });
  });
});
