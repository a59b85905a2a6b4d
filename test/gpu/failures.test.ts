import { beforeAll, expect, test, vi } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { GpuFlowView } from '../../src/gpu/flow/flow-view.ts';
import { GpuMapView } from '../../src/gpu/map/map-view.ts';
import { KernelPipelines } from '../../src/gpu/pipelines.ts';
import { textureSurface } from '../../src/gpu/surface.ts';
import { softwareContext, withDevice } from '../support/wgsl/context.ts';

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

const experiment = withValues(defaultExperiment('ns-gan', 'simgd'), {
  time: 8,
  resolution: 64,
  particles: 1024,
});

test('a pipeline that was refused is compiled again when it is asked for again', async () => {
  const createShaderModule = vi.fn<GPUDevice['createShaderModule']>((descriptor) =>
    context.device.createShaderModule(descriptor),
  );
  createShaderModule.mockImplementationOnce(() => {
    throw new Error('out of memory');
  });
  const pipelines = new KernelPipelines(withDevice(context, { createShaderModule }), 'trace');
  await expect(pipelines.of(experiment)).rejects.toThrow('out of memory');
  expect(pipelines.ready(experiment)).toBeUndefined();
  const pipeline = await pipelines.of(experiment);
  expect(pipelines.ready(experiment)).toBe(pipeline);
  expect(createShaderModule).toHaveBeenCalledTimes(2);
});

test('a flow that fails on its way to a time says so, and is on its way no more', async () => {
  let finished = () => {};
  const done = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const map = new GpuMapView(context, textureSurface(context, 64), {
    scale: () => {},
    finished,
    failed: (message) => {
      throw new Error(message);
    },
  });
  const failing = withDevice(
    context,
    {},
    { onSubmittedWorkDone: () => Promise.reject(new Error('the queue failed')) },
  );
  const failed = vi.fn<(message: string) => void>();
  const flow = new GpuFlowView(failing, textureSurface(context, 64), { failed });
  flow.attachMap(map);
  flow.resize(64);
  map.setExperiment(experiment);
  flow.setExperiment(experiment);
  await Promise.all([done, flow.compiled()]);
  flow.seek(4);
  flow.frame(0);
  await flow.arrived();
  expect(failed).toHaveBeenCalledExactlyOnceWith('the queue failed');
  expect(flow.seekTarget).toBeUndefined();
  flow.destroy();
  map.destroy();
});
