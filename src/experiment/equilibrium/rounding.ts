import { vectorFieldJvpOf } from '../../models/modifiers.ts';
import { indexOf, type Experiment } from '../experiment.ts';
import { modelOf } from '../parameters.ts';
import { COMPONENTS } from '../../models/state.ts';
import { solved } from './linear-system.ts';
import { targetOf } from './target.ts';

/** Roundings of a field near its root: its sums have some dozens of terms. */
const ROUNDINGS = 64;

/** Half a unit in the last place of 1. */
export const EPSILON = { float64: 2 ** -53, float32: 2 ** -24 } as const;

/**
 * How far from the target rounding may leave a path that converges to it: a field that is summed from
 * terms as large as the target's vanishes somewhere so near, by its Jacobian's condition number times
 * the roundings of those terms. 0 where the target is 0, and where the Jacobian is singular.
 * @param epsilon relative rounding of the engine's numbers
 */
export function roundingAtTarget(experiment: Experiment, epsilon: number): number {
  const size = Math.hypot(...targetOf(experiment));
  if (size === 0) return 0;
  const { values } = experiment;
  const jvp = vectorFieldJvpOf(modelOf(experiment).game(values), values);
  // In a game of phi1 and theta1 the others are no part of the Jacobian.
  const names = experiment.game!.planar ? (['phi1', 'theta1'] as const) : COMPONENTS;
  const indices = names.map(indexOf);
  const columns = indices.map((index) => {
    const [tangent, column] = [new Float64Array(4), new Float64Array(4)];
    tangent[index] = 1;
    jvp(new Float64Array(4), tangent, column);
    return indices.map((row) => column[row]!);
  });
  const inverse = indices.map((_, k) =>
    solved(indices.map((__, row) => [...columns.map((column) => column[row]!), row === k ? 1 : 0])),
  );
  if (!inverse.every((column) => column !== undefined)) return 0;
  const condition = Math.hypot(...columns.flat()) * Math.hypot(...inverse.flat());
  return Number.isFinite(condition) ? ROUNDINGS * epsilon * size * condition : 0;
}
