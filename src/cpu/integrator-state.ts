import { FIRST_TANGENT } from '../measures/lyapunov.ts';
import { shift, square, type Point } from '../methods/method.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory on its way: the twin of `Motion` and `advance` in the shaders. */
export interface Motion {
  /** The state, and a tangent where the simulation follows one. */
  readonly point: Point;
  /** What the method carries from step to step. */
  readonly memory: readonly Point[];
  /** Of the last step by the method, without noise: its squared strain, and its change a unit of time. */
  readonly facts: Float64Array;
  /** Sets out from a state, which is put into the allowed set first. */
  begin(start: ArrayLike<number>): void;
  /** Takes step `number` (from 1), of length h. */
  advance(h: number, number: number): void;
}

export function motionOf(simulation: Simulation): Motion {
  const { dynamics } = simulation;
  const stepper = simulation.stepper();
  const noise = simulation.noise();
  const point = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const facts = new Float64Array(2);
  return {
    point,
    facts,
    memory: stepper.memory,
    begin(start) {
      for (let i = 0; i < 4; i++) point[i] = start[i]!;
      dynamics.project(point);
      if (point.length === 8) point.set(FIRST_TANGENT, 4);
      stepper.begin(point);
      noise?.begin(point);
    },
    advance(h, number) {
      facts[0] = stepper.step(point, h, change);
      facts[1] = Math.sqrt(square(change)) / h;
      noise?.add(change, number, h);
      shift(point, point, 1, change);
      dynamics.project(point);
    },
  };
}
