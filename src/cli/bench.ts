/** `bench`: how fast training is here, side by side with other ways to train, in one run. */
import { cpus, loadavg } from 'node:os';
import { growthModuli, growthPlan } from '../bench/plan.ts';
import { type CaseResult, hasDisagreement, type TargetResult } from '../bench/result.ts';
import { type CaseJob, measureCases } from '../bench/suite.ts';
import { targetsOf } from '../bench/targets.ts';
import { inspectBackend } from '../engine/backends/inspections.ts';
import type { RunConfiguration } from '../model/configuration.ts';
import { parseOptions } from './arguments.ts';
import { type BenchBackend, fieldOf } from './bench/contenders.ts';
import { benchBackend, planOf, requireFactored, sizedForGpu } from './bench/options.ts';
import { measureOtherCosts, noOtherCosts, type OtherCosts } from './bench/other-costs.ts';
import { benchmarkText } from './bench/table.ts';
import { provideGpu } from './gpu.ts';

/** What `--json` prints. Times in milliseconds. */
export interface BenchmarkResult extends OtherCosts {
  readonly configuration: RunConfiguration;
  readonly backend: BenchBackend;
  readonly quick: boolean;
  readonly machine: {
    readonly device: string;
    readonly processor: string;
    readonly cores: number;
    /** Processes at work in the minute before, on average. */
    readonly load: number;
    readonly node: string;
  };
  readonly cases: readonly CaseResult[];
  readonly growth: readonly CaseResult[];
  readonly targets: readonly TargetResult[];
  /** False when a contender broke or computed other losses. */
  readonly agree: boolean;
  readonly tolerance: number;
  readonly seconds: number;
}

/**
 * Measures a training step of every contender, its evenness over a long run, a snapshot and the full
 * analysis. Exit status 1 when they do not compute the same losses.
 *
 * @throws UsageError for options that make no sense
 */
export async function bench(options: readonly string[]): Promise<void> {
  const { configuration: given, extras } = parseOptions(options, {
    backend: 'text',
    'flat-steps': 'text',
    json: 'flag',
    only: 'text',
    quick: 'flag',
  });
  requireFactored(given);
  const backend = benchBackend(extras.backend);
  const quick = extras.quick === true;
  const only = extras.only === undefined ? undefined : String(extras.only);
  const plan = planOf(backend, quick, extras);
  fieldOf(backend, '', only, quick);
  const device = backend === 'webgpu' ? await gpuDevice() : 'WebAssembly';
  const configuration = backend === 'webgpu' ? sizedForGpu(given, extras) : given;
  const rates = extras.attention === undefined ? [0, 1] : [configuration.attentionRate];
  const { contenders, growth } = fieldOf(backend, device, only, quick);

  const began = performance.now();
  const [load = 0] = loadavg();
  const jobs = rates.map(
    (attentionRate): CaseJob => ({
      configuration: { ...configuration, attentionRate },
      contenders,
      plan,
    }),
  );
  const grows = !quick && extras.p === undefined && growth.length > 0;
  const growthJobs = (grows ? growthModuli : []).map(
    (p): CaseJob => ({
      configuration: { ...configuration, attentionRate: rates[0] ?? 0, p },
      contenders: growth,
      plan: growthPlan,
    }),
  );
  const measured = await measureCases([...jobs, ...growthJobs], ({ text, fraction }) =>
    say(`${Math.round(100 * fraction)} % ${text}`),
  );
  const cases = measured.slice(0, jobs.length);
  const costs =
    backend === 'wasm' ? await measureOtherCosts(configuration, rates, quick, say) : noOtherCosts;

  const result: BenchmarkResult = {
    configuration,
    backend,
    quick,
    machine: {
      device,
      processor: cpus()[0]?.model.trim() ?? 'unknown processor',
      cores: cpus().length,
      load,
      node: process.versions.node,
    },
    cases,
    growth: measured.slice(jobs.length),
    targets: cases.flatMap(targetsOf),
    agree: !hasDisagreement(measured),
    tolerance: plan.agreementTolerance,
    ...costs,
    seconds: (performance.now() - began) / 1000,
  };
  process.stdout.write(
    `${extras.json === true ? JSON.stringify(result) : benchmarkText(result)}\n`,
  );
  if (!result.agree) process.exitCode = 1;
  if (cases.every(({ reference }) => reference === null)) {
    throw new Error('Nobody could be measured: see the reasons in the table.');
  }
}

/** Name of the GPU. @throws Error when there is none */
async function gpuDevice(): Promise<string> {
  await provideGpu();
  const inspection = await inspectBackend('webgpu');
  if (!inspection.available) throw new Error(`WebGPU cannot be measured: ${inspection.reason}.`);
  return `${inspection.device}${inspection.software ? ', software' : ''}`;
}

function say(progress: string): void {
  process.stderr.write(`${progress}\n`);
}
