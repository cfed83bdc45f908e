// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { gpuFacts, machineFacts } from '../../../src/ui/about/machine-facts.ts';

const gpuWith = (requestAdapter: () => Promise<unknown>) =>
  ({ requestAdapter }) as unknown as Pick<GPU, 'requestAdapter'>;

describe('the graphics card', () => {
  it.each([
    ['there is no WebGPU', undefined, { kind: 'no-webgpu' }],
    ['there is no adapter', gpuWith(async () => null), { kind: 'no-adapter' }],
    ['it fails', gpuWith(() => Promise.reject(new Error('lost'))), { kind: 'no-adapter' }],
    ['it is silent', gpuWith(() => new Promise(() => undefined)), { kind: 'no-answer' }],
    [
      'it has a name',
      gpuWith(async () => ({
        info: { vendor: 'nvidia', architecture: 'ampere', device: '', description: 'nvidia' },
      })),
      { kind: 'adapter', name: 'nvidia, ampere' },
    ],
  ] as const)('is named where %s', async (_case, gpu, facts) => {
    expect(await gpuFacts(gpu, 5)).toEqual(facts);
  });
});

it('a browser says what it can', async () => {
  const facts = await machineFacts();
  expect(facts.agent).toBe(navigator.userAgent);
  expect(facts.hasVectors).toBe(true);
  expect(facts.isKept).toBe(false);
});
