import { mayBeChaotic } from '../experiment/theory/chaos.ts';
import { methodOf, modelOf } from '../experiment/parameters.ts';
import { EPSILON, roundingAtTarget } from '../experiment/equilibrium/rounding.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import type { Tangents } from '../measures/lyapunov.ts';
import { Observer } from '../measures/observe.ts';
import type { Schedule } from '../measures/schedule.ts';
import type { LaneStepper, Dynamics, Method, Stepper } from '../methods/method.ts';
import { diffusionOf, noiseOf, type Noise } from '../methods/noise.ts';
import { wideningOf } from '../methods/widening.ts';
import {
  alwaysGrows,
  alwaysOrbits,
  convergenceByRule,
  convergenceOf,
  type Convergence,
} from '../models/orbits.ts';
import { modifiedField, vectorFieldOf, type VectorField } from '../models/modifiers.ts';
import { isCorrected } from '../models/modifiers/index.ts';
import type { Values } from '../models/parameter.ts';
import type { State } from '../models/state.ts';
import { speedAtEquilibrium } from '../models/equilibrium.ts';
import { Across } from '../methods/across.ts';
import { stateDynamics, tangentDynamics } from './dynamics.ts';

/** An experiment made ready to run in float64. */
export interface Simulation {
  readonly schedule: Schedule;
  readonly method: Method;
  readonly vectorField: VectorField;
  readonly dynamics: Dynamics;
  /** One trajectory's own way of moving, by the simulation's dynamics or by those with noise in them. */
  stepper(dynamics?: Dynamics): Stepper;
  /** The method's way for two states, where it has one and nothing else moves them. */
  readonly laneStepper: LaneStepper | undefined;
  /** One trajectory's own noise, where there is any. */
  noise(): Noise | undefined;
  /** One trajectory's own hold of what of theta lies across phi, where a flow would lose it. */
  across(): Across | undefined;
  /** The model's box has directions of its own. */
  readonly anisotropic: boolean;
  /** All directions of the plane are alike: a path with L = 0 stays on its line. */
  readonly isotropic: boolean;
  /** Every gradient that the method evaluates has noise in it. */
  readonly noisyGradients: boolean;
  readonly values: Values;
  readonly emaBeta: number;
  readonly eps: number;
  readonly rateD: number;
  readonly rateG: number;
  /** How far a step goes at the equilibrium itself. */
  readonly stepAtEquilibrium: number;
  readonly leastDistance: number;
  /** See `Widening`. */
  readonly stepsWiden: boolean;
  readonly widened: number;
  readonly limitCycle: boolean;
  readonly alwaysOrbits: boolean;
  readonly convergence: Convergence;
  /** Rate at which L2 shrinks |phi|, in a unit of time. */
  readonly decay: number;
  readonly alwaysGrows: boolean;
  /** Those that `basin` numbers, counted from the target; absent: none. */
  readonly equilibria?: readonly State[];
  /** Variance that the noise adds to a component of the state in a unit of time. */
  readonly diffusion: number;
  /** See `mayBeChaotic`. */
  readonly mayBeChaotic: boolean;
}

/** @param tangents how many are followed along each trajectory */
export function simulationOf(experiment: Experiment, tangents: Tangents = 0): Simulation {
  const { values } = experiment;
  const game = modelOf(experiment).game(values);
  const method = methodOf(experiment.method);
  const dynamics =
    tangents > 0 ? tangentDynamics(game, values, tangents) : stateDynamics(game, values);
  const vectorField = vectorFieldOf(game, values);
  const schedule = scheduleFor(experiment);
  const levels = {
    weights: numberOf(experiment, 'noise'),
    gradients: numberOf(experiment, 'gradientNoise'),
  };
  // What is known of a model's own field is not known of a corrected one.
  const isOwn = !isCorrected(values);
  const { acrossGrowth } = modelOf(experiment);
  const isFlow = method.kind === 'flow';
  const anisotropic = modelOf(experiment).anisotropic === true;
  const [rateD, rateG] = [numberOf(experiment, 'rateD'), numberOf(experiment, 'rateG')];
  const decay = rateD * numberOf(experiment, 'l2');
  const noisy = levels.weights > 0 || levels.gradients > 0;
  return {
    schedule,
    method,
    vectorField,
    dynamics,
    stepper: (moved = dynamics) => method.stepper(moved, values),
    laneStepper:
      tangents > 0 || game.project || noisy
        ? undefined
        : method.laneStepper?.(modifiedField(game, values)),
    noise: () =>
      noisy
        ? noiseOf(levels, numberOf(experiment, 'seed'), isFlow ? dynamics.rates : undefined)
        : undefined,
    across: () =>
      isFlow && isOwn && !noisy && acrossGrowth
        ? new Across(acrossGrowth, { rateD, rateG, decay })
        : undefined,
    anisotropic,
    isotropic: !anisotropic && method.componentwise !== true && !noisy,
    noisyGradients: levels.gradients > 0 && !isFlow,
    values,
    emaBeta: numberOf(experiment, 'emaBeta'),
    eps: numberOf(experiment, 'eps'),
    rateD,
    rateG,
    stepAtEquilibrium: schedule.step * speedAtEquilibrium(vectorField),
    leastDistance: roundingAtTarget(experiment, EPSILON.float64),
    ...wideningOf(method, game, values, schedule),
    limitCycle: isFlow && isOwn && game.limitCycle === true,
    alwaysOrbits: isFlow && alwaysOrbits(game, values),
    convergence: isFlow ? convergenceOf(game, values) : convergenceByRule(method, game, values),
    decay,
    alwaysGrows: alwaysGrows(game, values),
    diffusion: diffusionOf(levels, numberOf(experiment, 'rateG'), isFlow ? 1 : schedule.step),
    mayBeChaotic: mayBeChaotic(experiment),
  };
}

export function observerOf(simulation: Simulation): Observer {
  const { method, vectorField } = simulation;
  // A rule has no states between two steps.
  return new Observer({
    ...simulation,
    vectorField: method.kind === 'flow' ? vectorField : undefined,
  });
}
