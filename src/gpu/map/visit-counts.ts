import { countedParts, countedSteps } from '../../measures/visit-counter.ts';
import { VISITED, type Visits } from '../../measures/visits.ts';
import type { GpuContext } from '../context.ts';
import type { ShaderSource } from '../linker.ts';
import { readFloats, storageBuffer, uniformBuffer } from '../pipelines.ts';
import { f32, u32, UniformLayout } from '../uniforms.ts';

/** `Visits` of visits/counted.wgsl. */
export const VISITS = new UniformLayout([
  f32('low'),
  f32('perUnit'),
  u32('rows'),
  u32('first'),
  u32('startsPerColumn'),
  u32('parts'),
]);

/** Counts of what the starts of one run visit. */
export class VisitCounts {
  /** What the kernel is linked with, and the values of its constants. */
  readonly choice: { readonly visits: ShaderSource };
  readonly constants: Readonly<Record<string, number>>;
  private readonly context: GpuContext;
  private readonly visits: Visits;
  private readonly uniform: GPUBuffer;
  private readonly counts: GPUBuffer;

  /** @param source visits/counted.wgsl */
  constructor(context: GpuContext, visits: Visits, source: ShaderSource) {
    this.choice = { visits: source };
    this.context = context;
    this.visits = visits;
    this.constants = { visited: VISITED.indexOf(visits.bins.of) };
    this.uniform = uniformBuffer(context, VISITS.size);
    this.counts = storageBuffer(context, visits.counts.byteLength);
  }

  /** In the order of their bindings. */
  get buffers(): readonly GPUBuffer[] {
    return [this.uniform, this.counts];
  }

  /** How many of so many steps are not counted. */
  firstCounted(steps: number): number {
    return steps - countedSteps(steps, this.visits.bins.last);
  }

  /** @param first the number of the tile's first start */
  beginTile(first: number): void {
    const { low, high, rows, last, startsPerColumn } = this.visits.bins;
    const perUnit = rows / (high - low);
    const parts = countedParts(last);
    const values = VISITS.pack({ low, perUnit, rows, first, startsPerColumn, parts });
    this.context.device.queue.writeBuffer(this.uniform, 0, values);
  }

  /** Adds what was counted to those of the job. */
  async read(): Promise<void> {
    const { counts } = this.visits;
    const words = await readFloats(this.context, this.counts, counts.byteLength);
    new Uint32Array(words.buffer).forEach((count, i) => (counts[i]! += count));
  }

  destroy(): void {
    this.uniform.destroy();
    this.counts.destroy();
  }
}
