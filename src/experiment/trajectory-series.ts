/** What is computed from trajectories, sample by sample. */
import { TRAJECTORY_COLUMNS, type Trajectory } from './engine.ts';
import type { Part } from './quantities.ts';

/** One part of a quantity along a trace. */
export function seriesOf({ times, samples }: Trajectory, { of }: Part): Float64Array {
  const width = TRAJECTORY_COLUMNS.length;
  return Float64Array.from(times, (_, i) => of(samples.subarray(i * width, (i + 1) * width)));
}

/**
 * The distance between two trajectories from one initial condition at each of their times. Infinity
 * where only one of them has left every bound, NaN where both have.
 */
export function trajectoryDistance(trajectory: Trajectory, reference: Trajectory): Float64Array {
  const width = TRAJECTORY_COLUMNS.length;
  return Float64Array.from(trajectory.times, (_, i) => {
    let sum = 0;
    let lost = 0;
    for (let component = 0; component < 4; component++) {
      const a = trajectory.samples[i * width + component]!;
      const b = reference.samples[i * width + component]!;
      if (Number.isNaN(a) !== Number.isNaN(b)) return Infinity;
      if (Number.isNaN(a)) lost += 1;
      sum += (a - b) ** 2;
    }
    return lost > 0 ? NaN : Math.sqrt(sum);
  });
}

/** The largest of the differences; 0 where there is none that is a number. */
export function maxTrajectoryDistance(trajectory: Trajectory, reference: Trajectory): number {
  return trajectoryDistance(trajectory, reference).reduce(
    (most, value) => (Number.isNaN(value) ? most : Math.max(most, value)),
    0,
  );
}
