/**
 * WebGPU in Node for the tests: Dawn, on a hardware adapter where the machine has one, otherwise
 * on SwiftShader. No adapter is a failure, never a reason to skip.
 *
 * Waiting. While a promise of Dawn's is open (`mapAsync`, `onSubmittedWorkDone`, …) Dawn in Node
 * polls through `globalThis.setImmediate`, which it looks up anew for every tick. That takes a
 * whole core, which a software adapter needs itself. So Dawn's ticks, and nobody else's, are put
 * on a 1 ms timer once a wait has lasted some ticks: 1.6 to 1.9 times faster for long work on two
 * cores, and no later for short work. Dawn's tick is told apart by being native code.
 */
import { create, globals } from 'webgpu';
import { offerSoftwareVulkan } from '../../scripts/vulkan.js';

Object.assign(globalThis, globals);

/** Ticks of one wait that still come at once: about 0.3 ms. */
const QUICK_TICKS = 32;

/** What `create` returned: Node crashes when it is collected while in use. */
let gpu: GPU | undefined;
let shared: Promise<GPUDevice> | undefined;

/** Replaces `setImmediate` by one that lets Dawn poll gently; see above. */
function pollGently(): void {
  const immediate = globalThis.setImmediate;
  let polling = false;
  let ticks = 0;

  const gentle = (tick: (...values: unknown[]) => void, ...values: unknown[]) => {
    if (!isNative(tick)) return immediate(tick, ...values);
    ticks = polling ? ticks + 1 : 0; // Asked for from within a tick: the same wait goes on.
    const run = () => {
      polling = true;
      try {
        tick(...values);
      } finally {
        polling = false;
      }
    };
    return ticks < QUICK_TICKS ? immediate(run) : setTimeout(run, 1);
  };
  globalThis.setImmediate = gentle as typeof setImmediate;
}

function isNative(tick: unknown): boolean {
  return Function.prototype.toString.call(tick).endsWith('{ [native code] }');
}

/** The adapter that Dawn prefers. Throws one line when there is none. */
export async function getAdapter(): Promise<GPUAdapter> {
  if (!gpu) {
    pollGently();
    await offerSoftwareVulkan();
    gpu = create([]);
    if (!(await gpu.requestAdapter())) {
      await offerSoftwareVulkan({ insist: true });
      gpu = create([]);
    }
  }
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter) return adapter;
  throw new Error(
    'missing WebGPU adapter: Dawn found none; `npm run browser` brings a software one on Linux x64, elsewhere a graphics driver with Vulkan, Metal or Direct3D 12 is needed',
  );
}

/** A device of the caller's own, to be destroyed by the caller. An error outside every scope fails the test run. */
export async function createDevice(descriptor: GPUDeviceDescriptor = {}): Promise<GPUDevice> {
  const adapter = await getAdapter();
  const device = await adapter.requestDevice(descriptor);
  device.onuncapturederror = ({ error }) => {
    void Promise.reject(new Error(`WebGPU: ${error.message}`));
  };
  return device;
}

/** The device that all tests of a process share, with the largest buffers the adapter allows. Not to be destroyed. */
export function getDevice(): Promise<GPUDevice> {
  shared ??= getAdapter().then(({ limits }) =>
    createDevice({
      requiredLimits: {
        maxBufferSize: limits.maxBufferSize,
        maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      },
    }),
  );
  return shared;
}
