import type { GpuContext } from '../../../src/gpu/context.ts';
import { DeviceShare } from '../../../src/gpu/device-share.ts';
import { PipelineCache } from '../../../src/gpu/pipeline-cache.ts';
import { getDevice } from './dawn.ts';

/** The same device, used as that of a graphics card: one lane, large tiles, dispatches cut by time. */
export async function hardwareContext(): Promise<GpuContext> {
  return { ...(await softwareContext()), software: false };
}

/** A context whose device does not do as `methods` of its queue or itself say. */
export function withDevice(
  context: GpuContext,
  methods: Partial<Pick<GPUDevice, 'createShaderModule'>>,
  queue: Partial<Pick<GPUQueue, 'onSubmittedWorkDone'>> = {},
): GpuContext {
  const { device } = context;
  const replaced = replace(device, { ...methods, queue: replace(device.queue, queue) });
  return { ...context, device: replaced, pipelines: new PipelineCache(replaced) };
}

function replace<T extends object>(target: T, members: Partial<Record<keyof T, unknown>>): T {
  return new Proxy(target, {
    get: (_, name) => {
      if (Object.hasOwn(members, name)) return members[name as keyof T];
      const value: unknown = Reflect.get(target, name, target);
      // Methods of native objects need the object itself.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

let pipelines: PipelineCache | undefined;

const share = new DeviceShare();

/** The tests' device as the code under test takes it, paced as for a software adapter. */
export async function softwareContext(): Promise<GpuContext> {
  const device = await getDevice();
  pipelines ??= new PipelineCache(device);
  return { device, pipelines, share, adapterName: 'test adapter', software: true };
}
