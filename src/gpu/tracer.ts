import { TRAJECTORY_COLUMNS, type Trajectory } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { DynamicsChoice } from '../experiment/parameters.ts';
import { samplingOf } from '../experiment/verification/sampling.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import type { State } from '../models/state.ts';
import type { GpuContext } from './context.ts';
import { decode } from './results.ts';
import { integratorStateBytes } from './integrator-state.ts';
import { parameterLayout, parameterValues } from './parameters.ts';
import {
  bind,
  type KernelPipelines,
  readFloats,
  storageBuffer,
  uniformBuffer,
  WORKGROUP,
} from './pipelines.ts';
import { UNDEFINED } from './programs.ts';
import { UniformLayout } from './uniforms.ts';

/** Steps of a trajectory in one dispatch: a few milliseconds of a single thread. */
const STEPS = 4096;

/** Bytes of `Tracer` in trace.wgsl. */
export function tracerBytes(choice: DynamicsChoice): number {
  return integratorStateBytes(choice, 'state') + 32;
}

/** `Dispatch` of trace.wgsl. */
export const DISPATCH = new UniformLayout([
  { name: 'count', type: 'u32' },
  { name: 'sampleCount', type: 'u32' },
  { name: 'firstStep', type: 'u32' },
  { name: 'endStep', type: 'u32' },
]);

/**
 * Samples one trajectory for each start, one thread each.
 * @param pipelines of the trace kernel
 */
export async function traceOnGpu(
  context: GpuContext,
  pipelines: KernelPipelines,
  experiment: Experiment,
  starts: readonly State[],
  wanted: number,
): Promise<Trajectory[]> {
  if (starts.length === 0) return [];
  const { device } = context;
  const pipeline = await pipelines.of(experiment);
  const layout = parameterLayout(experiment);
  const schedule = scheduleFor(experiment);
  const sampling = samplingOf(schedule, wanted);
  const sampleCount = sampling.times.length;
  const width = TRAJECTORY_COLUMNS.length;

  const parameters = uniformBuffer(context, layout.size);
  const dispatch = uniformBuffer(context, DISPATCH.size);
  const startBuffer = storageBuffer(context, 16 * starts.length);
  const tracers = storageBuffer(context, tracerBytes(experiment) * starts.length);
  const samples = storageBuffer(context, 8 * sampleCount);
  const traced = storageBuffer(context, 4 * width * sampleCount * starts.length);
  const buffers = [parameters, dispatch, startBuffer, tracers, samples, traced];
  try {
    device.queue.writeBuffer(parameters, 0, layout.pack(parameterValues(experiment)));
    device.queue.writeBuffer(startBuffer, 0, new Float32Array(starts.flat()));
    device.queue.writeBuffer(samples, 0, packSamples(sampling.step, sampling.fraction));
    device.queue.writeBuffer(
      traced,
      0,
      new Float32Array(width * sampleCount * starts.length).fill(UNDEFINED),
    );
    const group = bind(context, pipeline, buffers);
    for (let firstStep = 0; firstStep < schedule.steps; firstStep += STEPS) {
      const endStep = Math.min(schedule.steps, firstStep + STEPS);
      const range = { count: starts.length, sampleCount, firstStep, endStep };
      device.queue.writeBuffer(dispatch, 0, DISPATCH.pack(range));
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, group);
      pass.dispatchWorkgroups(Math.ceil(starts.length / WORKGROUP));
      pass.end();
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
    }
    const size = 4 * width * sampleCount * starts.length;
    const rows = decode(await readFloats(context, traced, size));
    return starts.map((start, i) => ({
      start,
      kind: schedule.kind,
      times: sampling.times,
      samples: Float64Array.from(
        rows.subarray(i * width * sampleCount, (i + 1) * width * sampleCount),
      ),
    }));
  } finally {
    for (const buffer of buffers) buffer.destroy();
  }
}

/** `Sample` of trace.wgsl: the step as u32, then the fraction as f32. */
function packSamples(step: Uint32Array, fraction: Float64Array): ArrayBuffer {
  const packed = new ArrayBuffer(8 * step.length);
  const [steps, fractions] = [new Uint32Array(packed), new Float32Array(packed)];
  step.forEach((value, i) => {
    steps[2 * i] = value;
    fractions[2 * i + 1] = fraction[i]!;
  });
  return packed;
}
