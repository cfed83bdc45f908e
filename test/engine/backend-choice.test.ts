import { describe, expect, it } from 'vitest';
import { chooseBackend } from '../../src/engine/backend-choice.ts';
import { isSoftwareDevice } from '../../src/engine/backend-inspection.ts';
import {
  backendNames,
  inspectBackend,
  inspectBackends,
} from '../../src/engine/backends/inspections.ts';
import { activateBackend, forgetBackend } from '../../src/engine/backends.ts';
import { createEngine } from '../../src/engine/engines.ts';
import { installNodeGpu } from '../../src/engine/node-gpu.ts';
import { createStockEngine } from '../../src/engine/stock/stock-engine.ts';
import { withEngine } from '../support/engines.ts';
import { smallConfiguration, startOf } from '../support/networks.ts';

const configuration = smallConfiguration({ p: 3, model: 'linear-alpha' });
const start = startOf(configuration);

describe('the choice of a backend in Node without a GPU', () => {
  it.for(['cpu', 'wasm'] as const)('obeys the wish for %s and says so', async (backend) => {
    const choice = await chooseBackend(backend, start, {});
    expect(choice).toMatchObject({ backend, asRequested: true });
    expect(choice.reason).toMatch(/^(plain JavaScript|WebAssembly) was asked for\.$/);
    const engine = await createEngine(choice.engine, start);
    expect(engine.backend).toBe(backend);
    engine.dispose();
  });

  it('takes WebAssembly when nothing is wished for, and says why not a GPU', async () => {
    const choice = await chooseBackend('auto', start, {});
    expect(choice).toMatchObject({ backend: 'wasm', device: 'WebAssembly', asRequested: true });
    expect(choice.reason).toMatch(/^No WebGPU: .+\.$/);
  });

  it.for([
    ['webgpu', 'WebGPU'],
    ['webgl', 'WebGL'],
  ] as const)(
    'replaces %s, which is missing, and says what it took instead',
    async ([request, label]) => {
      const choice = await chooseBackend(request, start, {});
      expect(choice).toMatchObject({ backend: 'wasm', asRequested: false });
      expect(choice.reason).toMatch(new RegExp(`^${label} was asked for, but .+\\.`));
      expect(choice.reason).toContain('WebAssembly is used instead.');
      expect(choice.reason).toBe(choice.reason.trim());
    },
  );
});

describe('backends', () => {
  it('are inspected without throwing, each available or with a reason', async () => {
    const inspections = await inspectBackends();
    expect(inspections.map(({ backend }) => backend)).toEqual(backendNames);
    for (const inspection of inspections) {
      expect(inspection.available ? inspection.device : inspection.reason).toMatch(/\w/);
    }
  });

  it('can be missing without harm to those in use', async () => {
    await activateBackend('cpu', {});
    await activateBackend('wasm', {});
    await expect(activateBackend('webgl', {})).rejects.toThrow(/^WebGL could not be started\.$/);
    await expect(activateBackend('webgpu', {})).rejects.toThrow(/^.+ WebGPU adapter.*\.$/);
    forgetBackend('webgpu');
    forgetBackend('webgpu');
    await activateBackend('wasm', {});
    const metrics = await withEngine(configuration, (engine) => engine.advance(1));
    expect(metrics[0]?.trainLoss).toBeGreaterThan(0);
  });

  it('name the renderers that compute in software', () => {
    const software = [
      'Google SwiftShader',
      'ANGLE (Mesa, llvmpipe (LLVM 15.0.7, 256 bits), OpenGL 4.5)',
      'Microsoft Basic Render Driver',
      'Apple Software Renderer',
    ];
    const hardware = ['Apple M2', 'NVIDIA GeForce RTX 4090', 'Intel(R) UHD Graphics 620'];
    expect(software.map(isSoftwareDevice)).toEqual(software.map(() => true));
    expect(hardware.map(isSoftwareDevice)).toEqual(hardware.map(() => false));
  });
});

describe('the choice of a backend in Node with a software GPU', { timeout: 120_000 }, () => {
  it('prefers WebAssembly but obeys the wish for WebGPU, and warns', async ({ skip }) => {
    await installNodeGpu();
    const inspection = await inspectBackend('webgpu');
    skip(!inspection.available, 'no WebGPU adapter is offered here');
    skip(inspection.available && !inspection.software, 'the adapter here is a real GPU');
    const automatic = await chooseBackend('auto', start, {});
    expect(automatic.backend).toBe('wasm');
    expect(automatic.reason).toMatch(/software adapter here \(.+\), which is slower/);
    const wished = await chooseBackend('webgpu', start, {});
    expect(wished).toMatchObject({ backend: 'webgpu', asRequested: true });
    expect(wished.reason).toContain('in software');
  });

  it('starts WebGPU anew after its device was lost', async ({ skip }) => {
    skip(!(await inspectBackend('webgpu')).available, 'no WebGPU adapter is offered here');
    await activateBackend('webgpu', {});
    const abandoned = createStockEngine(start);
    forgetBackend('webgpu');
    abandoned.dispose();
    // Activation computes something known.
    await activateBackend('webgpu', {});
  });
});
