import { scheduleFor } from '../src/experiment/schedule.ts';
import { numberOf, type Experiment } from '../src/experiment/experiment.ts';
import { methodOf } from '../src/experiment/parameters.ts';
import { PlainObserver } from './plain-observer.ts';
import { PLAIN_STEPS, type PlainModel } from './plain-steps.ts';

/**
 * What one would write first: one trajectory after another by RK4, every number in a local variable,
 * the field written into the step by hand. It is watched as the engine's trajectories are, so that
 * both do the same work.
 * @returns the final distances summed, so that nothing is left out as unused
 */
export function plainLoop(experiment: Experiment, starts: Float64Array): number {
  const schedule = scheduleFor(experiment);
  const step = PLAIN_STEPS[experiment.model as PlainModel];
  const observer = new PlainObserver({
    schedule,
    method: methodOf('rk4'),
    eps: numberOf(experiment, 'eps'),
    emaBeta: numberOf(experiment, 'emaBeta'),
    rateD: numberOf(experiment, 'rateD'),
    rateG: numberOf(experiment, 'rateG'),
    stepAtEquilibrium: 0,
  });
  const s = new Float64Array(4);
  const diagnostics = new Float64Array(2);
  let sum = 0;
  for (let i = 0; i < starts.length; i += 4) {
    for (let j = 0; j < 4; j++) s[j] = starts[i + j]!;
    observer.begin(s);
    for (let n = 1; n <= schedule.steps; n++) {
      diagnostics[0] = n === schedule.steps ? schedule.lastStep : schedule.step;
      step(s, diagnostics);
      if (!observer.seeStep(s, diagnostics)) break;
    }
    sum += observer.measured().distance;
  }
  return sum;
}

/** The loop by the models it has steps for. */
export const PLAIN_LOOPS = Object.fromEntries(
  Object.keys(PLAIN_STEPS).map((model) => [model, plainLoop]),
);
