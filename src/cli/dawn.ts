/**
 * WebGPU in Node: Dawn, on a hardware adapter where the machine has one, otherwise on SwiftShader.
 *
 * Waiting. While a promise of Dawn's is open (`mapAsync`, `onSubmittedWorkDone`, …) Dawn in Node
 * polls through `globalThis.setImmediate`, which it looks up anew for every tick. That takes a
 * whole core, which a software adapter needs itself. So Dawn's ticks, and nobody else's, are put
 * on a 1 ms timer once a wait has lasted some ticks: 1.6 to 1.9 times faster for long work on two
 * cores, and no later for short work. Dawn's tick is recognised by being native code.
 */
import { hasVulkanDriver, offerSoftwareVulkan } from '../../scripts/vulkan.js';
import { GpuUnavailable } from '../gpu/context.ts';
import { answered } from './answered.ts';
import { messageOf } from './errors.ts';
import { literal } from '../models/message.ts';

/** Ticks of one wait that still come at once: about 0.3 ms. */
const QUICK_TICKS = 32;

const REMEDY =
  'a graphics driver with Vulkan, Metal or Direct3D 12 is needed, or on Linux an installed Chromium or Chrome for its software adapter';

/**
 * Dawn's `navigator.gpu`, on a machine where it has an adapter. To be called once in a process.
 * @throws GpuUnavailable in one line where Dawn is not installed for this machine or finds none
 */
export async function openDawn(): Promise<GPU> {
  const { create, globals } = await import('webgpu').catch((error: unknown) => {
    throw new GpuUnavailable(literal(`missing WebGPU: ${reasonNotLoaded(error)}`));
  });
  Object.assign(globalThis, globals);
  throttlePolling();
  // A driver of ours that cannot be had is no reason not to ask for the system's.
  let noDriver = '';
  const offer = (options = {}) =>
    offerSoftwareVulkan(options).catch((error: unknown) => {
      noDriver = ` (${messageOf(error)})`;
      return false;
    });
  // What the system has and what a driver of ours adds; then that driver alone, or one unpacked.
  await offer();
  let gpu = await instance(create);
  for (const options of [{ insist: true }, { unpack: true }, { insist: true }]) {
    if (!gpu && (await offer(options))) gpu = await instance(create);
  }
  if (gpu) return gpu;
  throw new GpuUnavailable(
    literal(`missing WebGPU adapter: Dawn found none${noDriver}; ${REMEDY}`),
  );
}

function reasonNotLoaded(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const isMissing = code === 'ERR_MODULE_NOT_FOUND' && messageOf(error).includes("'webgpu'");
  return isMissing
    ? 'the optional package webgpu is not installed; npm install webgpu'
    : `Dawn does not load here (${messageOf(error)})`;
}

/** An instance of Dawn if it finds an adapter. It sees the drivers offered until now. */
async function instance(create: (flags: string[]) => GPU): Promise<GPU | undefined> {
  if (!hasVulkanDriver()) return undefined;
  const gpu = create([]);
  if (!(await answered(gpu.requestAdapter()))) return undefined;
  keep(gpu);
  return gpu;
}

/** Node crashes when what `create` returned is collected, so it stays where browsers have it. */
function keep(gpu: GPU): void {
  if (!('navigator' in globalThis)) {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  }
  Object.defineProperty(globalThis.navigator, 'gpu', { value: gpu, configurable: true });
}

/** Replaces `setImmediate` by one that lets Dawn poll gently; see above. */
function throttlePolling(): void {
  const immediate = globalThis.setImmediate;
  let polling = false;
  let ticks = 0;

  const throttled = (tick: (...values: unknown[]) => void, ...values: unknown[]) => {
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
  globalThis.setImmediate = throttled as typeof setImmediate;
}

function isNative(tick: unknown): boolean {
  return Function.prototype.toString.call(tick).endsWith('{ [native code] }');
}
