import type { GpuContext } from '../context.ts';
import { storageBuffer } from '../pipelines.ts';

/** How many particles are in the window: counted on the device, and read some frames later. */
export class VisibleCount {
  /** Where the kernel counts. */
  readonly buffer: GPUBuffer;
  /** As last counted; undefined before that, and after `forget`. */
  count: number | undefined;
  private readonly staging: GPUBuffer;
  private isReading = false;
  private copied = false;
  /** Counts that were begun before the last `forget` are not kept. */
  private era = 0;

  constructor(context: GpuContext) {
    this.buffer = storageBuffer(context, 4);
    this.staging = context.device.createBuffer({
      size: 4,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
  }

  /** The particles are others now. */
  forget(): void {
    this.count = undefined;
    this.era += 1;
  }

  /** @returns false while the last count is not read yet; then nothing is counted */
  begin(encoder: GPUCommandEncoder): boolean {
    if (this.isReading) return false;
    this.isReading = true;
    encoder.clearBuffer(this.buffer);
    return true;
  }

  end(encoder: GPUCommandEncoder): void {
    encoder.copyBufferToBuffer(this.buffer, 0, this.staging, 0, 4);
    this.copied = true;
  }

  /** To be called when what `end` encoded is submitted. */
  submitted(): void {
    if (!this.copied) return;
    this.copied = false;
    const { era } = this;
    void this.staging.mapAsync(GPUMapMode.READ).then(
      () => {
        const [count] = new Uint32Array(this.staging.getMappedRange());
        this.staging.unmap();
        this.isReading = false;
        if (era === this.era) this.count = count;
      },
      // The device is lost or the view destroyed: both are noticed elsewhere.
      () => {},
    );
  }

  destroy(): void {
    this.buffer.destroy();
    this.staging.destroy();
  }
}
