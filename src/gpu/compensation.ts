import type { GpuContext } from './context.ts';
import { bind, computePipeline, readFloats, storageBuffer, uniformBuffer } from './pipelines.ts';
import { compensationKernel } from './programs.ts';
import { f32, u32, UniformLayout } from './uniforms.ts';

/** `Sums` of compensation.wgsl. */
export const SUMS = new UniformLayout([u32('count'), f32('change')]);

/** A quarter of what float32 can add to 1, so often that the sum shows. */
const [COUNT, CHANGE] = [4096, 2 ** -25];

/**
 * Whether compensated sums survive the compiler of this adapter: it may reassociate them, and then
 * float32 drifts over long horizons as if there were no compensation.
 */
export async function compensates(context: GpuContext): Promise<boolean> {
  const pipeline = await computePipeline(context, compensationKernel());
  const sums = uniformBuffer(context, SUMS.size);
  const total = storageBuffer(context, 16);
  try {
    const { device } = context;
    device.queue.writeBuffer(sums, 0, SUMS.pack({ count: COUNT, change: CHANGE }));
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bind(context, pipeline, [sums, total]));
    pass.dispatchWorkgroups(1);
    pass.end();
    device.queue.submit([encoder.finish()]);
    const sum = await readFloats(context, total, 16);
    // A plain sum stays at 1; half of the way separates the two on any rounding.
    return sum.every((value) => value - 1 > (COUNT * CHANGE) / 2);
  } finally {
    sums.destroy();
    total.destroy();
  }
}
