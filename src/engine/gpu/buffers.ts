/** The GPU buffers of a training run, counted. */

/** Some bytes of a buffer. */
export interface Stretch {
  readonly buffer: GPUBuffer;
  readonly offset: number;
  readonly size: number;
}

/** Makes buffers and remembers them until they are freed. */
export class BufferSet {
  private readonly held = new Set<GPUBuffer>();

  constructor(private readonly device: GPUDevice) {}

  /** A buffer of at least so many bytes, a whole number of groups of four floats. */
  create(size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    return this.createExact(Math.ceil(size / 16) * 16, usage);
  }

  /** A buffer of just so many bytes. */
  createExact(size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = this.device.createBuffer({ size, usage });
    this.held.add(buffer);
    return buffer;
  }

  /** Number of buffers and their bytes. */
  get memory(): { readonly tensors: number; readonly bytes: number } {
    let bytes = 0;
    for (const { size } of this.held) bytes += size;
    return { tensors: this.held.size, bytes };
  }

  /** Copies stretches of buffers to the CPU, in one go. */
  async read(stretches: readonly Stretch[]): Promise<Float32Array[]> {
    const { device } = this;
    const total = stretches.reduce((sum, { size }) => sum + size, 0);
    const staging = this.create(total, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST);
    try {
      const encoder = device.createCommandEncoder();
      const ends: number[] = [0];
      for (const { buffer, offset, size } of stretches) {
        const end = ends.at(-1) as number;
        encoder.copyBufferToBuffer(buffer, offset, staging, end, size);
        ends.push(end + size);
      }
      device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ);
      const values = new Float32Array(staging.getMappedRange().slice(0));
      return stretches.map((_, index) =>
        values.subarray((ends[index] as number) / 4, (ends[index + 1] as number) / 4),
      );
    } finally {
      this.held.delete(staging);
      staging.destroy();
    }
  }

  /** Frees all. */
  destroy(): void {
    for (const buffer of this.held) buffer.destroy();
    this.held.clear();
  }
}
