import code from '../../../shaders/basins/numbered.wgsl?raw';
import type { State } from '../../models/state.ts';
import type { GpuContext } from '../context.ts';
import { storageBuffer } from '../pipelines.ts';
import type { BasinStates } from '../run.ts';

/** @param equilibria at least one, counted from the target */
export function basinStates(context: GpuContext, equilibria: readonly State[]): BasinStates {
  const states = Float32Array.from(equilibria.flat());
  const buffer = storageBuffer(context, states.byteLength);
  context.device.queue.writeBuffer(buffer, 0, states);
  return { choice: { basins: { path: 'shaders/basins/numbered.wgsl', code } }, buffer };
}
