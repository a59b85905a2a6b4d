import { scheduleFor } from '../experiment/schedule.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf } from '../experiment/parameters.ts';
import { Observer } from '../measures/observer.ts';
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
  const observer = new Observer({
    schedule,
    method: methodOf('rk4'),
    eps: numberOf(experiment, 'eps'),
    emaBeta: numberOf(experiment, 'emaBeta'),
    rateD: numberOf(experiment, 'rateD'),
    rateG: numberOf(experiment, 'rateG'),
    hop: 0,
  });
  const s = new Float64Array(4);
  const facts = new Float64Array(3);
  let sum = 0;
  for (let i = 0; i < starts.length; i += 4) {
    for (let j = 0; j < 4; j++) s[j] = starts[i + j]!;
    observer.begin(s);
    for (let n = 1; n <= schedule.steps; n++) {
      facts[0] = n === schedule.steps ? schedule.lastStep : schedule.step;
      step(s, facts);
      if (!observer.see(s, facts)) break;
    }
    sum += observer.measured().distance;
  }
  return sum;
}
