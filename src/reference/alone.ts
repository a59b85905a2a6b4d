import { TangentGrowth } from '../measures/lyapunov.ts';
import { isBounded, type Measured } from '../measures/observer.ts';
import { newPath, ROW } from '../models/path.ts';
import type { Runner } from './abreast.ts';
import { motionOf } from './motion.ts';
import { observerOf, type Simulation } from './simulation.ts';
import { stretchesOf } from './stretches.ts';

/** One trajectory after another: by any method, with noise, with tangents. */
export function aloneRunnerOf(simulation: Simulation): Runner {
  const { schedule, stepper, dynamics } = simulation;
  const stretches = stretchesOf(schedule);
  const observer = observerOf(simulation);
  const motion = motionOf(simulation);
  const growth = dynamics.size === 8 ? new TangentGrowth() : undefined;
  const path = newPath();
  const { point } = motion;
  /** Leaves steps `first` to `last` in the path; returns how many of them were taken. */
  const advance = (first: number, last: number, h: number): number => {
    for (let step = first; step <= last; step++) {
      const row = (step - first + 1) * ROW;
      path[row + 4] = motion.advance(h, step);
      path[row + 5] = motion.speed;
      growth?.renormalise(point, stepper.memory);
      for (let i = 0; i < 4; i++) path[row + i] = point[i]!;
      if (!isBounded(point)) return step - first + 1;
    }
    return last - first + 1;
  };
  const follow = (start: Float64Array): Measured => {
    growth?.begin();
    motion.begin(start);
    observer.begin(point);
    for (const { first, steps, h } of stretches) {
      if (!observer.see(path, advance(first, first + steps - 1, h))) break;
    }
    return observer.measured(growth?.exponent(point, schedule.horizon));
  };
  return (starts, first, second) => [
    follow(starts.subarray(4 * first, 4 * first + 4)),
    follow(starts.subarray(4 * second, 4 * second + 4)),
  ];
}
