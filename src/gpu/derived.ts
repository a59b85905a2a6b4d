import { mayBeChaotic } from '../experiment/theory/chaos.ts';
import { EPSILON, roundingAtTarget } from '../experiment/equilibrium/rounding.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf, type DynamicsChoice } from '../experiment/parameters.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { diffusionOf } from '../methods/noise.ts';
import { stepsWiden } from '../methods/widening.ts';
import { speedAtEquilibrium } from '../models/equilibrium.ts';
import { vectorFieldOf } from '../models/modifiers.ts';
import { alwaysGrows, alwaysOrbits, convergenceOf, CONVERGENCES } from '../models/orbits.ts';
import type { UniformField, UniformValues } from './uniforms.ts';

/** Fields of `parameters` that follow from the same values. */
export interface DerivedGroup {
  readonly fields: readonly UniformField[];
  /** The numbers that they follow from, of those that may differ from start to start. */
  follows(choice: DynamicsChoice): readonly string[];
  of(experiment: Experiment): UniformValues;
}

const numbersOfModel = (choice: DynamicsChoice) =>
  modelOf(choice).parameters.map(({ name }) => name);
const isFlow = (method: string) => methodOf(method).kind === 'flow';
const numbersOfMethod = (method: string) => methodOf(method).parameters.map(({ name }) => name);

const schedule: DerivedGroup = {
  fields: [
    { name: 'steps', type: 'u32' },
    // Numbers of steps after which the first, second and third quarter end.
    { name: 'quarter', type: 'u32' },
    { name: 'half', type: 'u32' },
    { name: 'threeQuarters', type: 'u32' },
    // Time at the last step, and its length.
    { name: 'horizon', type: 'f32' },
    { name: 'lastStep', type: 'f32' },
  ],
  follows: () => ['step'],
  of: (experiment) => {
    const { steps, horizon, lastStep, quarterEnds } = scheduleFor(experiment);
    const [quarter, half, threeQuarters] = quarterEnds;
    return { steps, quarter, half, threeQuarters, horizon, lastStep };
  },
};

const average: DerivedGroup = {
  // What the moving average keeps in the last step.
  fields: [{ name: 'emaLast', type: 'f32' }],
  follows: () => ['step', 'emaBeta'],
  of: (experiment) => {
    const { step, lastStep } = scheduleFor(experiment);
    return { emaLast: numberOf(experiment, 'emaBeta') ** (lastStep / step) };
  },
};

const equilibrium: DerivedGroup = {
  // Where a rule's steps end on a cycle; nothing of a flow follows from it.
  fields: [{ name: 'speedAtEquilibrium', type: 'f32' }],
  follows: (choice) =>
    isFlow(choice.method) ? [] : [...numbersOfModel(choice), 'l2', 'rateD', 'rateG'],
  of: (experiment) => {
    const { method, values } = experiment;
    const game = modelOf(experiment).game(values);
    return {
      speedAtEquilibrium: isFlow(method) ? 0 : speedAtEquilibrium(vectorFieldOf(game, values)),
    };
  },
};

const rounding: DerivedGroup = {
  // What rounding leaves of a distance to a target that is not 0.
  fields: [{ name: 'leastDistance', type: 'f32' }],
  follows: (choice) =>
    choice.game?.source.target ? [...numbersOfModel(choice), 'l2', 'rateD', 'rateG'] : [],
  of: (experiment) => ({ leastDistance: roundingAtTarget(experiment, EPSILON.float32) }),
};

const theorems: DerivedGroup = {
  fields: [
    // 1 where each step of a rule widens what the flow keeps.
    { name: 'stepsWiden', type: 'u32' },
    // 1 where by theorem a flow's path ends on a circle or a cycle, or at rest away from 0.
    { name: 'limitCycle', type: 'u32' },
    // 1 where by theorem a flow's path with L not 0 circles between two radii.
    { name: 'alwaysOrbits', type: 'u32' },
    // From where every path of a flow goes to 0, a code of CONVERGENCES.
    { name: 'convergence', type: 'u32' },
    // 1 where by theorem |theta| of a flow's path with L not 0 grows for ever.
    { name: 'alwaysGrows', type: 'u32' },
  ],
  follows: (choice) => [...numbersOfModel(choice), 'l2'],
  of: (experiment) => {
    const { method: id, values } = experiment;
    const method = methodOf(id);
    const game = modelOf(experiment).game(values);
    const flows = isFlow(id);
    return {
      stepsWiden: Number(stepsWiden(method, game, values)),
      limitCycle: Number(flows && game.limitCycle === true),
      alwaysOrbits: Number(flows && alwaysOrbits(game, values)),
      convergence: flows ? CONVERGENCES.indexOf(convergenceOf(game, values)) : 0,
      alwaysGrows: Number(flows && alwaysGrows(game, values)),
    };
  },
};

const diffusion: DerivedGroup = {
  // Variance that noise adds to a component of theta in a unit of time.
  fields: [{ name: 'diffusion', type: 'f32' }],
  follows: () => ['noise', 'gradientNoise', 'rateG', 'step'],
  of: (experiment) => {
    const of = (name: string) => numberOf(experiment, name);
    const unit = isFlow(experiment.method) ? 1 : of('step');
    const levels = { weights: of('noise'), gradients: of('gradientNoise') };
    return { diffusion: diffusionOf(levels, of('rateG'), unit) };
  },
};

const chaos: DerivedGroup = {
  // Whether the tangents' growth decides a label.
  fields: [{ name: 'mayBeChaotic', type: 'u32' }],
  follows: ({ method }) => [...numbersOfMethod(method), 'rateD', 'rateG', 'noise', 'gradientNoise'],
  of: (experiment) => ({ mayBeChaotic: Number(mayBeChaotic(experiment)) }),
};

/** What the shaders need to know of the experiment beside its parameters. */
export const DERIVED: readonly DerivedGroup[] = [
  schedule,
  average,
  equilibrium,
  rounding,
  theorems,
  diffusion,
  chaos,
];

export const DERIVED_FIELDS: readonly UniformField[] = DERIVED.flatMap(({ fields }) => fields);
