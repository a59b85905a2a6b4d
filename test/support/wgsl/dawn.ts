/** WebGPU in Node for the tests, as the command line has it. No adapter is a failure, never a reason to skip. */
import { openDawn } from '../../../src/cli/dawn.ts';

let gpu: Promise<GPU> | undefined;
let shared: Promise<GPUDevice> | undefined;

/** The adapter that Dawn prefers. Throws one line when there is none. */
export async function getAdapter(): Promise<GPUAdapter> {
  gpu ??= openDawn();
  const adapter = await (await gpu).requestAdapter({ powerPreference: 'high-performance' });
  return adapter!;
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

let validating: Promise<GPUDevice> | undefined;
/** Node crashes when what `create` returned is collected. */
let validator: GPU | undefined;

/**
 * A device that validates as every Dawn does and runs nothing: pipelines are not handed to a driver,
 * which takes by far the longest.
 */
export function getValidatingDevice(): Promise<GPUDevice> {
  validating ??= import('webgpu').then(async ({ create, globals }) => {
    Object.assign(globalThis, globals);
    validator = create(['backend=null']);
    return (await validator.requestAdapter())!.requestDevice();
  });
  return validating;
}
