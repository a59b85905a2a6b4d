import { COLUMNS, type Results } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { flowOf } from '../experiment/flow.ts';
import { MEASURES, type Needs } from '../measures/index.ts';
import { TangentGrowth } from '../measures/lyapunov.ts';
import type { Measured } from '../measures/observer.ts';
import { OUTCOMES } from '../measures/outcome.ts';
import { motionOf } from './motion.ts';
import { pairRunOf } from './pair.ts';
import { observerOf, simulationOf } from './simulation.ts';

/** Measures starts `index` and `index + 1` of `starts`, if there is one, into the same rows. */
export type Measurer = (starts: Float64Array, results: Results, index: number) => void;

/** Starts that a `Measurer` takes at once. */
export const AT_ONCE = 2;

type Both = readonly [Measured, Measured];

export function measurerOf(experiment: Experiment, needs: Needs): Measurer {
  const run = needs.tangent ? tangentRunnerOf(experiment) : runnerOf(experiment);
  const runFlow = needs.flow ? runnerOf(flowOf(experiment)) : undefined;
  return (starts, results, index) => {
    // The last start of an odd number goes with itself.
    const second = 4 * (index + 1) < starts.length ? index + 1 : index;
    const flow = runFlow?.(starts, index, second);
    const both = run(starts, index, second);
    for (const lane of [0, 1] as const) {
      write(results, lane === 0 ? index : second, both[lane], flow?.[lane].distance);
    }
  };
}

/** @param flow how far from 0 the flow ended, where that was computed */
function write(results: Results, row: number, measured: Measured, flow: number | undefined): void {
  const all = { ...measured, difference: differenceFrom(flow, measured.distance) };
  MEASURES.forEach(({ id }, column) => {
    const value = all[id];
    results[row * COLUMNS + column] = typeof value === 'string' ? OUTCOMES.indexOf(value) : value;
  });
}

type Runner = (starts: Float64Array, first: number, second: number) => Both;

/** Follows two starts to the horizon. */
function runnerOf(experiment: Experiment): Runner {
  const { observers, follow } = pairRunOf(simulationOf(experiment));
  return (starts, first, second) => {
    follow(starts, first, second);
    return [observers[0].measured(), observers[1].measured()];
  };
}

/** The same, each with a tangent. */
function tangentRunnerOf(experiment: Experiment): Runner {
  const simulation = simulationOf(experiment, true);
  const { schedule, stepper } = simulation;
  const observer = observerOf(simulation);
  const motion = motionOf(simulation);
  const growth = new TangentGrowth();
  const follow = (start: Float64Array): Measured => {
    growth.begin();
    motion.begin(start);
    observer.begin(motion.point);
    for (let step = 1; step <= schedule.steps; step++) {
      const h = step === schedule.steps ? schedule.lastStep : schedule.step;
      const strain2 = motion.advance(h, step);
      growth.renormalise(motion.point, stepper.memory);
      if (!observer.see(motion.point, Float64Array.of(h, strain2, motion.speed))) break;
    }
    return observer.measured(growth.exponent(motion.point, schedule.horizon));
  };
  return (starts, first, second) => [
    follow(starts.subarray(4 * first, 4 * first + 4)),
    follow(starts.subarray(4 * second, 4 * second + 4)),
  ];
}

/** How much further from 0 a trajectory ended than the flow did; NaN where the flow has no end. */
function differenceFrom(flow: number | undefined, distance: number): number {
  return flow === undefined || flow === Infinity ? NaN : distance - flow;
}
