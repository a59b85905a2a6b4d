import type { Experiment } from '../experiment/experiment.ts';
import type { Measured } from '../measures/observe.ts';
import type { Abreast } from '../methods/method.ts';
import { newPath, ROW, type Path } from '../models/chunk-buffer.ts';
import { inTurn } from './interleaved.ts';
import { observerOf, simulationOf, type Simulation } from './simulation.ts';
import { stretchesOf, type Stretch } from './chunks.ts';

/** Follows starts number `first` and `second` of `starts` to the horizon. */
export type Runner = (
  starts: Float64Array,
  first: number,
  second: number,
) => readonly [Measured, Measured];

/** How two trajectories move, stretch by stretch. */
export interface Walk {
  /** Sets out from the states in rows 0, which are put into the allowed set. */
  begin(one: Path, other: Path): void;
  /** Leaves a stretch in both paths, of each as far as it stays within bounds. */
  advance(one: Path, other: Path, stretch: Stretch): void;
  /** Growth rates of both tangents; NaN where none are followed. */
  exponents(): readonly [number, number];
}

/** @param tangents whether a tangent is followed along each trajectory */
export function runnerOf(experiment: Experiment, tangents = false): Runner {
  const simulation = simulationOf(experiment, tangents);
  const walk = simulation.abreast ? sideBySide(simulation.abreast) : inTurn(simulation);
  const stretches = stretchesOf(simulation.schedule);
  const [one, other] = [new Lane(simulation), new Lane(simulation)];
  return (starts, first, second) => {
    one.place(starts, first);
    other.place(starts, second);
    walk.begin(one.path, other.path);
    one.begin();
    other.begin();
    for (const stretch of stretches) {
      walk.advance(one.path, other.path, stretch);
      one.see(stretch.steps);
      other.see(stretch.steps);
      if (!one.goes && !other.goes) break;
    }
    const exponents = walk.exponents();
    return [one.observer.measured(exponents[0]), other.observer.measured(exponents[1])];
  };
}

function sideBySide(abreast: Abreast): Walk {
  return {
    begin: () => {},
    advance: (one, other, { steps, h }) => abreast(one, other, steps, h),
    exponents: () => [NaN, NaN],
  };
}

/** One of the two. */
class Lane {
  readonly path: Path = newPath();
  readonly observer;
  goes = true;

  constructor(simulation: Simulation) {
    this.observer = observerOf(simulation);
  }

  place(starts: Float64Array, index: number): void {
    this.path.set(starts.subarray(4 * index, 4 * index + 4));
  }

  begin(): void {
    this.observer.begin(this.path);
    this.goes = true;
  }

  /** Shows a stretch to the observer and goes on from its end. */
  see(steps: number): void {
    if (this.goes) this.goes = this.observer.see(this.path, steps);
    const { path } = this;
    for (let i = 0; i < 4; i++) path[i] = path[steps * ROW + i]!;
  }
}
