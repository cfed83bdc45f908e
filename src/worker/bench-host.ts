/** The benchmark in a browser: our engines, TensorFlow.js and jax-js on the visitor's machine. */
import type { Contender } from '../bench/contender.ts';
import { fusedGpuContender } from '../bench/contenders/fused-gpu.ts';
import { jaxContender } from '../bench/contenders/jax-js.ts';
import { twoThreadContender, wasmContender } from '../bench/contenders/own.ts';
import { stockContenders } from '../bench/contenders/stock.ts';
import { onWasmThreads } from '../bench/contenders/words.ts';
import { gpuPlan, type Plan, quickPlan, standardPlan } from '../bench/plan.ts';
import { type CaseJob, measureCases } from '../bench/suite.ts';
import { caseLines } from '../bench/table.ts';
import { inspectBackend } from '../engine/backends/inspections.ts';
import type { Platform } from '../engine/backends.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import type { BenchWorker, BrowserBenchmark } from './bench-contract.ts';

/** Largest network on a GPU that is only software. */
const softwareGpuSize = { p: 31, width: 64 };

/** Longest way to the late step for a visitor, milliseconds; twice as long for our own engine. */
const lateTime = 30_000;

/** @param platform where TensorFlow.js finds its WebAssembly files */
export function createBenchWorker(platform: Platform): BenchWorker {
  return {
    async measure(configuration, late, onProgress): Promise<BrowserBenchmark> {
      const began = performance.now();
      const far = late ? { lateStep: standardPlan.lateStep, lateTime } : {};
      const jobs = [
        processorJob(configuration, platform, far),
        ...(await gpuJobs(configuration, far)),
      ];
      const cases = await measureCases(jobs, onProgress);
      const sections = cases.map(caseLines);
      return {
        cases,
        text: sections
          .filter((lines) => lines.length > 0)
          .map((lines) => lines.join('\n'))
          .join('\n\n'),
        seconds: (performance.now() - began) / 1000,
      };
    },
  };
}

function processorJob(
  configuration: RunConfiguration,
  platform: Platform,
  far: Partial<Plan>,
): CaseJob {
  const stock = stockContenders('wasm', platform, onWasmThreads(1));
  return {
    configuration,
    contenders: [wasmContender, twoThreadContender, ...stock, jaxContender],
    plan: { ...quickPlan, ...far },
  };
}

/** Empty without a GPU. */
async function gpuJobs(configuration: RunConfiguration, far: Partial<Plan>): Promise<CaseJob[]> {
  const gpu = await inspectBackend('webgpu');
  if (!gpu.available) return [];
  const platform: Platform = {};
  const { p, width } = configuration;
  const fitting = gpu.software
    ? {
        ...configuration,
        p: Math.min(p, softwareGpuSize.p),
        width: Math.min(width, softwareGpuSize.width),
      }
    : configuration;
  const stock = stockContenders('webgpu', platform, gpu.device);
  return [
    {
      configuration: fitting,
      contenders: [fusedGpuContender(platform, gpu.device), ...autogradOf(stock)],
      plan: { ...gpuPlan, ...far },
    },
  ];
}

function autogradOf(stock: readonly Contender[]): readonly Contender[] {
  return stock.filter(({ name }) => name.endsWith('-autograd'));
}
