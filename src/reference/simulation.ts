import { methodOf, modelOf } from '../experiment/parameters.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { Observer } from '../measures/observer.ts';
import { scheduleOf, type Schedule } from '../measures/schedule.ts';
import type { Advance } from '../methods/method.ts';
import { velocityOf, type Velocity } from '../models/modifiers.ts';

/** An experiment made ready to run in float64. */
export interface Simulation {
  readonly schedule: Schedule;
  readonly velocity: Velocity;
  readonly advance: Advance;
  readonly project: ((s: Float64Array) => void) | undefined;
  readonly emaBeta: number;
  readonly eps: number;
  readonly rateD: number;
  readonly rateG: number;
}

export function simulationOf(experiment: Experiment): Simulation {
  const { values } = experiment;
  const game = modelOf(experiment.model).game(values);
  const velocity = velocityOf(game, values);
  return {
    schedule: scheduleOf(numberOf(experiment, 'time'), numberOf(experiment, 'step')),
    velocity,
    advance: methodOf(experiment.method).advance(velocity, game.project, values),
    project: game.project,
    emaBeta: numberOf(experiment, 'emaBeta'),
    eps: numberOf(experiment, 'eps'),
    rateD: numberOf(experiment, 'rateD'),
    rateG: numberOf(experiment, 'rateG'),
  };
}

export function observerOf({ velocity, ...settings }: Simulation): Observer {
  const derivative = new Float64Array(4);
  return new Observer({
    ...settings,
    speed: (s) => {
      velocity(s, derivative);
      return Math.sqrt(derivative.reduce((sum, d) => sum + d * d, 0));
    },
  });
}
