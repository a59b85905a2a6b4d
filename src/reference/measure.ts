import { COLUMNS, type Results } from '../experiment/engine.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { flowOf } from '../experiment/flow.ts';
import { MEASURES, type Needs } from '../measures/index.ts';
import { TangentGrowth } from '../measures/lyapunov.ts';
import type { Measured } from '../measures/observer.ts';
import { OUTCOMES } from '../measures/outcome.ts';
import { motionOf } from './motion.ts';
import { observerOf, simulationOf } from './simulation.ts';

/** Measures start `index` of `starts` into the same row of `results`. */
export type Measurer = (starts: Float64Array, results: Results, index: number) => void;

export function measurerOf(experiment: Experiment, needs: Needs): Measurer {
  const run = runnerOf(experiment, needs.tangent);
  const runFlow = needs.flow ? runnerOf(flowOf(experiment), false) : undefined;
  const start = new Float64Array(4);
  return (starts, results, index) => {
    start.set(starts.subarray(4 * index, 4 * index + 4));
    const measured = run(start);
    const difference = differenceFrom(runFlow?.(start).distance, measured.distance);
    const all = { ...measured, difference };
    MEASURES.forEach(({ id }, column) => {
      const value = all[id];
      results[index * COLUMNS + column] =
        typeof value === 'string' ? OUTCOMES.indexOf(value) : value;
    });
  };
}

/** Follows one start to the horizon. */
function runnerOf(experiment: Experiment, tangents: boolean): (start: Float64Array) => Measured {
  const simulation = simulationOf(experiment, tangents);
  const { schedule, stepper } = simulation;
  const observer = observerOf(simulation);
  const motion = motionOf(simulation);
  const growth = tangents ? new TangentGrowth() : undefined;
  return (start) => {
    growth?.begin();
    motion.begin(start);
    observer.begin(motion.point);
    for (let step = 1; step <= schedule.steps; step++) {
      const h = step === schedule.steps ? schedule.lastStep : schedule.step;
      const strain2 = motion.advance(h, step);
      growth?.renormalise(motion.point, stepper.memory);
      if (!observer.see(motion.point, h, strain2, motion.speed)) break;
    }
    return observer.measured(growth?.exponent(motion.point, schedule.horizon));
  };
}

/** How much further from 0 a trajectory ended than the flow did; NaN where the flow has no end. */
function differenceFrom(flow: number | undefined, distance: number): number {
  return flow === undefined || flow === Infinity ? NaN : distance - flow;
}
