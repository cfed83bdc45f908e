import { describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/engine/failure.ts';

describe('the sentence about a failure', () => {
  it.each([
    'memory access out of bounds',
    'Aborted()',
    'Array buffer allocation failed',
    'Out of Memory',
  ])('recognises that memory ran out: %s', (detail) => {
    expect(explainFailure(new Error(detail))).toMatch(/does not fit into memory.*smaller/);
  });

  it('keeps what is a sentence already', () => {
    expect(explainFailure(new Error('WebGPU could not be started.'))).toBe(
      'WebGPU could not be started.',
    );
  });

  it('does not leave what a browser says of its own functions alone', () => {
    const error = new DOMException("Failed to execute 'mapAsync' on 'GPUBuffer'.", 'AbortError');
    expect(explainFailure(error, 'WebGPU')).toBe(
      "WebGPU stopped because of an unexpected problem (Failed to execute 'mapAsync' on 'GPUBuffer').",
    );
  });

  it('wraps anything else', () => {
    expect(explainFailure('x is not a function')).toBe(
      'Training stopped because of an unexpected problem (x is not a function).',
    );
  });
});
