/** What starts of a tile have in common. */
import type { Experiment } from '../../experiment/experiment.ts';
import type { Varied } from '../../experiment/grid.ts';
import { isOneDimensional } from '../../models/state.ts';
import type { Lanes } from '../integrator-state.ts';
import { sharedByLanes } from './start-fields.ts';

/** Whether any of the first `count` starts is outside the one-dimensional subspace. */
export function hasPlanarStart(starts: Float32Array, count: number): boolean {
  for (let i = 0; i < count; i++) {
    if (!isOneDimensional(starts.subarray(4 * i, 4 * i + 4))) return true;
  }
  return false;
}

/**
 * An order in which starts may go side by side: undefined where they may in any, or in none.
 * @returns the number of the start at each place
 */
export function orderInLanes(
  lanes: Lanes,
  { method }: Experiment,
  varied: Varied,
): Uint32Array | undefined {
  const shared = lanes === 1 ? [] : sharedByLanes(method, varied.names);
  return shared.length > 0 ? pairedOrder(varied, shared) : undefined;
}

/**
 * An order in which starts 2i and 2i + 1 have the same of these parameters; undefined where some value has
 * an odd number of starts.
 * @returns the number of the start at each place
 */
export function pairedOrder(
  { names, values }: Varied,
  shared: readonly string[],
): Uint32Array | undefined {
  const columns = shared.map((name) => names.indexOf(name));
  const count = values.length / names.length;
  const groups = new Map<string | number, number>();
  const groupOf = new Uint32Array(count);
  const sizes: number[] = [];
  for (let i = 0; i < count; i++) {
    const own = columns.map((column) => values[names.length * i + column]!);
    const key = own.length === 1 ? own[0]! : own.join(' ');
    let group = groups.get(key);
    if (group === undefined) {
      group = sizes.push(0) - 1;
      groups.set(key, group);
    }
    groupOf[i] = group;
    sizes[group]! += 1;
  }
  if (sizes.some((size) => size % 2 === 1)) return undefined;
  const next = new Uint32Array(sizes.length);
  for (let group = 1; group < sizes.length; group++)
    next[group] = next[group - 1]! + sizes[group - 1]!;
  const order = new Uint32Array(count);
  for (const [i, group] of groupOf.entries()) {
    order[next[group]!] = i;
    next[group]! += 1;
  }
  return order;
}

/** Rows in another order. @param width numbers of a row */
export function reordered(
  rows: Float64Array,
  width: number,
  order: Uint32Array,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(rows.length);
  order.forEach((from, to) => out.set(rows.subarray(width * from, width * (from + 1)), width * to));
  return out;
}
