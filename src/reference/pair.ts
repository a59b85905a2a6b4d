import type { Observer, StepFacts } from '../measures/observer.ts';
import { pairOf, square, type Point } from '../methods/method.ts';
import type { Noise } from '../methods/noise.ts';
import { observerOf, type Simulation } from './simulation.ts';

/** Two trajectories without tangents, from their starts to the horizon: the cpu engine's inner loop. */
export interface PairRun {
  readonly observers: readonly [Observer, Observer];
  /** Follows starts number `first` and `second` of `starts`. */
  follow(starts: Float64Array, first: number, second: number): void;
}

export function pairRunOf(simulation: Simulation): PairRun {
  const { schedule, method, dynamics, values } = simulation;
  const [one, other] = [new Lane(simulation), new Lane(simulation)];
  const points = [one.point, other.point] as const;
  const changes = [one.change, other.change] as const;
  const pair = pairOf(method, dynamics, values);
  const strain2 = new Float64Array(2);
  return {
    observers: [one.observer, other.observer],
    follow(starts, first, second) {
      one.begin(starts, first);
      other.begin(starts, second);
      pair.begin(points);
      let oneGoes = true;
      let otherGoes = true;
      for (let step = 1; step <= schedule.steps; step++) {
        const h = step === schedule.steps ? schedule.lastStep : schedule.step;
        pair.step(points, h, changes, strain2);
        if (oneGoes) oneGoes = one.move(step, h, strain2[0]!);
        if (otherGoes) otherGoes = other.move(step, h, strain2[1]!);
        if (!oneGoes && !otherGoes) return;
      }
    },
  };
}

/** One of the two. */
class Lane {
  readonly point: Point = new Float64Array(4);
  readonly change: Point = new Float64Array(4);
  readonly observer: Observer;
  private readonly facts: StepFacts = new Float64Array(3);
  private readonly project: Simulation['dynamics']['project'];
  private readonly noise: Noise | undefined;

  constructor(simulation: Simulation) {
    this.observer = observerOf(simulation);
    this.project = simulation.dynamics.project;
    this.noise = simulation.noise();
  }

  begin(starts: Float64Array, index: number): void {
    const { point } = this;
    for (let i = 0; i < 4; i++) point[i] = starts[4 * index + i]!;
    this.project(point);
    this.noise?.begin(point);
    this.observer.begin(point);
  }

  /** Makes the change of a step; false where it has left every bound, and then it stays there. */
  move(step: number, h: number, strain2: number): boolean {
    const { point, change, facts } = this;
    facts[0] = h;
    facts[1] = strain2;
    facts[2] = Math.sqrt(square(change)) / h;
    this.noise?.add(change, step, h);
    point[0] = point[0]! + change[0]!;
    point[1] = point[1]! + change[1]!;
    point[2] = point[2]! + change[2]!;
    point[3] = point[3]! + change[3]!;
    this.project(point);
    return this.observer.see(point, facts);
  }
}
