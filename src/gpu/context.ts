import { declareMessages, englishOf, fill, type Message } from '../models/message.ts';
import { DeviceShare } from './device-share.ts';
import { PipelineCache } from './pipeline-cache.ts';

/** A device with what people want to know about it. */
export interface GpuContext {
  readonly device: GPUDevice;
  /** What is compiled on it. */
  readonly pipelines: PipelineCache;
  /** Who computes and draws on it. */
  readonly share: DeviceShare;
  /** For people: vendor, architecture or description. */
  readonly adapterName: string;
  /** The adapter computes on the processor: hundreds of times slower than a graphics card. */
  readonly software: boolean;
}

/** There is no WebGPU to be had. */
export class GpuUnavailable extends Error {
  override readonly name = 'GpuUnavailable';

  /** @param reason one sentence for people */
  constructor(readonly reason: Message) {
    super(englishOf(reason));
  }

  /** There is no adapter at all; one that did not answer may answer the next time. */
  get isAbsence(): boolean {
    return this.reason === GPU_MESSAGES.noWebGpu || this.reason === GPU_MESSAGES.noAdapter;
  }
}

export const GPU_MESSAGES = declareMessages('gpu', {
  unknownAdapter: 'graphics adapter',
  notCompensated: 'sums not compensated',
  noWebGpu: 'This browser has no WebGPU; a current Chrome, Edge, Firefox or Safari has.',
  noAdapter: 'WebGPU found no graphics adapter it can use on this machine.',
  noDevice: 'The graphics adapter gave no device: {reason}.',
  noAnswer: 'The graphics adapter has not answered for {seconds} seconds.',
  unknownReason: 'unknown reason',
});

/** Adapters that run on the processor, by what they call themselves. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|software|basic render|warp/i;

/**
 * Opens a device with the adapter's largest buffers. Who calls it destroys the device.
 * @param gpu `navigator.gpu`, or Dawn's
 * @throws GpuUnavailable
 */
export async function openGpu(gpu: GPU | undefined): Promise<GpuContext> {
  if (!gpu) {
    throw new GpuUnavailable(GPU_MESSAGES.noWebGpu);
  }
  let adapter: GPUAdapter | null;
  try {
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch {
    adapter = null;
  }
  if (!adapter) {
    throw new GpuUnavailable(GPU_MESSAGES.noAdapter);
  }
  const { limits, info } = adapter;
  try {
    const device = await adapter.requestDevice({
      requiredFeatures: adapter.features.has('timestamp-query') ? ['timestamp-query'] : [],
      requiredLimits: {
        maxBufferSize: limits.maxBufferSize,
        maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      },
    });
    return contextOf(device, info);
  } catch (error) {
    throw new GpuUnavailable(
      fill(GPU_MESSAGES.noDevice, {
        reason: error instanceof Error ? error.message : GPU_MESSAGES.unknownReason,
      }),
    );
  }
}

/**
 * A device of the caller's, who destroys it.
 * @param info its adapter's
 */
export function contextOf(device: GPUDevice, info: GPUAdapterInfo): GpuContext {
  const adapterName = nameOf(info);
  return {
    device,
    pipelines: new PipelineCache(device),
    share: new DeviceShare(),
    adapterName,
    software: info.isFallbackAdapter || SOFTWARE.test(adapterName),
  };
}

function nameOf({ description, vendor, architecture, device }: GPUAdapterInfo): string {
  if (description !== '') return description;
  const parts = [vendor, architecture || device].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : GPU_MESSAGES.unknownAdapter.text;
}
