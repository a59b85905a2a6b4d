import { scheduleOf, type Schedule } from '../measures/schedule.ts';
import { numberOf, type Experiment } from './experiment.ts';
import { methodOf } from './parameters.ts';

/** How an experiment's horizon is cut into steps. */
export function scheduleFor(experiment: Experiment): Schedule {
  const { kind } = methodOf(experiment.method);
  return scheduleOf(numberOf(experiment, 'time'), numberOf(experiment, 'step'), kind);
}
