/** Fills a trainer's buffers and makes everything that encoding a step needs. */
import type { EngineStart } from '../training-engine.ts';
import type { BufferSet } from './buffers.ts';
import { compilePipelines, createBindGroupLayout } from './device.ts';
import { arenaValues } from './parameter-layout.ts';
import type { Launch, Plan } from './plan.ts';

/** A launch that is ready to be encoded. */
export interface PreparedLaunch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly workgroups: number;
}

/** A launch's words lie this far apart in the uniform buffer: what every device accepts. */
const uniformStride = 256;

/**
 * Makes a pipeline and a bind group for every launch of a plan.
 *
 * @throws Error with one sentence when a kernel does not compile
 */
export async function prepareLaunches(
  device: GPUDevice,
  plan: Plan,
  starts: readonly EngineStart[],
  buffers: BufferSet,
  { arena, schedule }: { readonly arena: GPUBuffer; readonly schedule: GPUBuffer },
): Promise<ReadonlyMap<Launch, PreparedLaunch>> {
  for (const [network, start] of starts.entries())
    writeNetwork(device, plan, arena, network, start);
  const tables = buffers.create(
    plan.tables.byteLength,
    GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST,
  );
  device.queue.writeBuffer(tables, 0, plan.tables);
  const launches = [
    ...new Set([
      ...plan.forwardAndBackward,
      ...plan.update,
      ...plan.logits,
      plan.packValues,
      plan.packGradients,
    ]),
  ];
  const uniforms = writeUniforms(device, plan, launches, buffers);
  const layout = createBindGroupLayout(device);
  const pipelines = await compilePipelines(
    device,
    launches.map(({ code }) => code),
  );
  return new Map(
    launches.map((launch, index) => {
      const resources = [
        { buffer: arena },
        { buffer: tables },
        { buffer: uniforms, offset: index * uniformStride, size: 16 },
        { buffer: schedule },
      ];
      const entries = resources.map((resource, binding) => ({ binding, resource }));
      const prepared: PreparedLaunch = {
        pipeline: pipelines.get(launch.code) as GPUComputePipeline,
        group: device.createBindGroup({ layout, entries }),
        workgroups: launch.workgroups,
      };
      return [launch, prepared];
    }),
  );
}

/** The words in which launches differ, one after the other. */
function writeUniforms(
  device: GPUDevice,
  plan: Plan,
  launches: readonly Launch[],
  buffers: BufferSet,
): GPUBuffer {
  const words = new Uint32Array((uniformStride / 4) * launches.length);
  for (const [index, { first, parameter, option }] of launches.entries()) {
    words.set([first, plan.size, parameter, option], (index * uniformStride) / 4);
  }
  const uniforms = buffers.create(
    words.byteLength,
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  device.queue.writeBuffer(uniforms, 0, words);
  return uniforms;
}

/** Parameters, moments, split and settings of one network; all else begins at zero. */
function writeNetwork(
  device: GPUDevice,
  plan: Plan,
  arena: GPUBuffer,
  network: number,
  { configuration, dataset, parameters, optimiser }: EngineStart,
): void {
  const write = (offset: number, values: Float32Array<ArrayBuffer>) =>
    device.queue.writeBuffer(arena, 4 * (network * plan.size + offset), values);
  const { scalars, masks } = plan.regions;
  write(scalars.offset, Float32Array.of(configuration.attentionRate, 1 / dataset.trainCount));
  write(masks.offset, Float32Array.from(dataset.trainMask));
  const { offset, span } = plan.parameters;
  write(offset, arenaValues(plan.parameters, parameters));
  if (optimiser !== undefined) {
    write(offset + span, arenaValues(plan.parameters, optimiser.firstMoments));
    write(offset + 2 * span, arenaValues(plan.parameters, optimiser.secondMoments));
  }
  for (const { matrix, values } of plan.constants) write(matrix.offset, values);
}
