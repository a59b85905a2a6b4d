import { FIRST_TANGENT } from '../measures/lyapunov.ts';
import { square, type Point } from '../methods/method.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory on its way: the twin of `Motion` and `advance` in the shaders. */
export interface Motion {
  /** The state, and a tangent where the simulation follows one. */
  readonly point: Point;
  /** The change of the last step by the method, without noise, a unit of time. */
  readonly speed: number;
  /** Sets out from a state, which is put into the allowed set first. */
  begin(start: ArrayLike<number>): void;
  /** Takes step `number` (from 1), of length h; returns its squared strain. */
  advance(h: number, number: number): number;
}

export function motionOf(simulation: Simulation): Motion {
  const { dynamics, stepper } = simulation;
  const noise = simulation.noise();
  const point = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  let speed = 0;
  return {
    point,
    get speed() {
      return speed;
    },
    begin(start) {
      for (let i = 0; i < 4; i++) point[i] = start[i]!;
      dynamics.project(point);
      if (point.length === 8) point.set(FIRST_TANGENT, 4);
      stepper.begin(point);
      noise?.begin(point);
    },
    advance(h, number) {
      const strain2 = stepper.step(point, h, change);
      speed = Math.sqrt(square(change)) / h;
      noise?.add(change, number, h);
      for (let i = 0; i < point.length; i++) point[i] = point[i]! + change[i]!;
      dynamics.project(point);
      return strain2;
    },
  };
}
