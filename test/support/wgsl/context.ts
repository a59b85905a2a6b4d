import type { GpuContext } from '../../../src/gpu/context.ts';
import { getDevice } from './dawn.ts';

/** The tests' device as the code under test takes it, paced as for a software adapter. */
export async function softwareContext(): Promise<GpuContext> {
  return { device: await getDevice(), adapterName: 'test adapter', software: true };
}
