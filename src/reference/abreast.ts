import type { Measured } from '../measures/observer.ts';
import type { Abreast } from '../methods/method.ts';
import { newPath, ROW, type Path } from '../models/path.ts';
import { observerOf, type Simulation } from './simulation.ts';
import { stretchesOf } from './stretches.ts';

/** Follows starts number `first` and `second` of `starts` to the horizon. */
export type Runner = (
  starts: Float64Array,
  first: number,
  second: number,
) => readonly [Measured, Measured];

/** Two trajectories side by side: the cpu engine's inner loop. */
export function abreastRunnerOf(simulation: Simulation, advance: Abreast): Runner {
  const stretches = stretchesOf(simulation.schedule);
  const [one, other] = [new Lane(simulation), new Lane(simulation)];
  return (starts, first, second) => {
    one.begin(starts, first);
    other.begin(starts, second);
    for (const { steps, h } of stretches) {
      advance(one.path, other.path, steps, h);
      one.see(steps);
      other.see(steps);
      if (!one.goes && !other.goes) break;
    }
    return [one.observer.measured(), other.observer.measured()];
  };
}

/** One of the two. */
class Lane {
  readonly path: Path = newPath();
  readonly observer;
  /** Within bounds so far; beyond them a lane goes on unseen. */
  goes = true;

  constructor(simulation: Simulation) {
    this.observer = observerOf(simulation);
  }

  begin(starts: Float64Array, index: number): void {
    this.path.set(starts.subarray(4 * index, 4 * index + 4));
    this.observer.begin(this.path);
    this.goes = true;
  }

  /** Shows a stretch to the observer and goes on from its end. */
  see(steps: number): void {
    if (this.goes) this.goes = this.observer.see(this.path, steps);
    this.path.copyWithin(0, steps * ROW, steps * ROW + 4);
  }
}
