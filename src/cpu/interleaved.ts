import { TangentGrowth } from '../measures/lyapunov.ts';
import { isBounded } from '../measures/observe.ts';
import { ROW, type Path } from '../models/chunk-buffer.ts';
import { motionOf, type Motion } from './integrator-state.ts';
import type { Walk } from './runner.ts';
import type { Simulation } from './simulation.ts';

/**
 * Two trajectories that take their steps in turn: by any method, with noise, with tangents. A
 * processor begins one's step before the other's is done.
 */
export function inTurn(simulation: Simulation): Walk {
  const [one, other] = [new Walker(simulation), new Walker(simulation)];
  return {
    begin(onePath, otherPath) {
      one.begin(onePath);
      other.begin(otherPath);
    },
    advance(onePath, otherPath, { first, steps, h }) {
      for (let i = 0; i < steps; i++) {
        const row = (i + 1) * ROW;
        if (one.goes) one.take(first + i, h, onePath, row);
        if (other.goes) other.take(first + i, h, otherPath, row);
      }
    },
    exponents: () => [one.exponent(), other.exponent()],
  };
}

/** One of the two. */
class Walker {
  /** Within bounds so far; beyond them an adaptive method would look for a step for ever. */
  goes = true;
  private readonly motion: Motion;
  private readonly growth: TangentGrowth | undefined;

  constructor(private readonly simulation: Simulation) {
    this.motion = motionOf(simulation);
    this.growth = simulation.dynamics.size === 8 ? new TangentGrowth() : undefined;
  }

  begin(path: Path): void {
    const { motion } = this;
    motion.begin(path);
    path.set(motion.point.subarray(0, 4));
    this.growth?.begin();
    this.goes = true;
  }

  take(number: number, h: number, path: Path, row: number): void {
    const { motion } = this;
    const { point, facts } = motion;
    motion.advance(h, number);
    this.growth?.renormalise(point, motion.memory);
    path[row] = point[0]!;
    path[row + 1] = point[1]!;
    path[row + 2] = point[2]!;
    path[row + 3] = point[3]!;
    path[row + 4] = facts[0]!;
    path[row + 5] = facts[1]!;
    this.goes = isBounded(point);
  }

  exponent(): number {
    return this.growth?.exponent(this.motion.point, this.simulation.schedule.horizon) ?? NaN;
  }
}
