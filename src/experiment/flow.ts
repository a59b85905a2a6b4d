import { defaultsOf } from '../models/parameter.ts';
import { numberOf, withMethod, withValues, type Experiment } from './experiment.ts';
import { methodOf } from './parameters.ts';
import { scheduleFor } from './schedule.ts';

/** The flow that a method is compared with: it resolves stiff motion too. */
const FLOW = 'dopri5';

/**
 * The same experiment under the differential equation without noise, by the adaptive flow with its
 * default tolerances, over the time that the experiment's own steps take.
 */
export function flowOf(experiment: Experiment): Experiment {
  const { horizon } = scheduleFor(experiment);
  const flow = withValues(withMethod(experiment, FLOW), {
    ...defaultsOf(methodOf(FLOW).parameters),
    time: horizon,
    noise: 0,
    gradientNoise: 0,
  });
  // A horizon of fewer than four longest steps needs shorter ones.
  return withValues(flow, { step: Math.min(numberOf(flow, 'step'), horizon / 4) });
}
