/** `ganfield/gpu`: the gpu engine on a device of the caller's. */
import type { Engine } from '../experiment/engine.ts';
import { contextOf } from '../gpu/context.ts';
import { gpuEngine } from '../gpu/engine.ts';

/**
 * An engine that computes in float32 on a device, which stays the caller's: `destroy()` frees what the
 * engine has made on it. Ask for a device with the adapter's `maxBufferSize` and
 * `maxStorageBufferBindingSize`, and the largest maps take fewest pieces.
 * @param device with the globals of WebGPU, as browsers and Deno have them; in Node `webgpu`'s `globals`
 */
export function gpuEngineOn(device: GPUDevice): Engine {
  return gpuEngine(contextOf(device, device.adapterInfo));
}
