import { mayBeChaotic } from '../experiment/theory/chaos.ts';
import { EPSILON, roundingAtTarget } from '../experiment/equilibrium/rounding.ts';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf, type DynamicsChoice } from '../experiment/parameters.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import { diffusionOf } from '../methods/noise.ts';
import { spacingOf } from '../measures/labels/evidence.ts';
import { FLOAT32_RTOL, RESOLVED_ERROR, UNRESOLVED } from '../methods/dopri5.ts';
import { REFINED_ERROR_RATIO, REFINED_RATE } from '../methods/rk4-refinement.ts';
import {
  ACROSS_MOST_CHANGE,
  ACROSS_MOST_RISE,
  ACROSS_SMALL,
  LEAST_SUBSTEP,
  LEAST_SUBSTEPS,
  SHORTEST_SUBSTEP,
  SUBSTEP_GROWTH,
  SUBSTEP_SLACK,
} from '../methods/substeps.ts';
import { wideningOf } from '../methods/widening.ts';
import { speedAtEquilibrium } from '../models/equilibrium.ts';
import { vectorFieldOf } from '../models/modifiers.ts';
import { FIELD_NAMES, GRADIENT_NAMES, isCorrected } from '../models/modifiers/index.ts';
import {
  alwaysGrows,
  alwaysOrbits,
  convergenceByRule,
  convergenceOf,
  CONVERGENCES,
} from '../models/orbits.ts';
import type { ShaderSource } from './linker.ts';
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
  follows: (choice) => (isFlow(choice.method) ? [] : [...numbersOfModel(choice), ...FIELD_NAMES]),
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
    choice.game?.source.target ? [...numbersOfModel(choice), ...FIELD_NAMES] : [],
  of: (experiment) => ({ leastDistance: roundingAtTarget(experiment, EPSILON.float32) }),
};

const theorems: DerivedGroup = {
  fields: [
    // 1 where by theorem a flow's path ends on a circle or a cycle, or at rest away from 0.
    { name: 'limitCycle', type: 'u32' },
    // 1 where by theorem a flow's path with L not 0 circles between two radii.
    { name: 'alwaysOrbits', type: 'u32' },
    // From where every path of a flow goes to 0, a code of CONVERGENCES.
    { name: 'convergence', type: 'u32' },
    // 1 where by theorem |theta| of the flow's paths with L not 0 grows for ever.
    { name: 'alwaysGrows', type: 'u32' },
  ],
  follows: (choice) => [...numbersOfModel(choice), ...GRADIENT_NAMES],
  of: (experiment) => {
    const { method: id, values } = experiment;
    const game = modelOf(experiment).game(values);
    const flows = isFlow(id);
    return {
      limitCycle: Number(flows && !isCorrected(values) && game.limitCycle === true),
      alwaysOrbits: Number(flows && alwaysOrbits(game, values)),
      convergence: CONVERGENCES.indexOf(
        flows ? convergenceOf(game, values) : convergenceByRule(methodOf(id), game, values),
      ),
      alwaysGrows: Number(alwaysGrows(game, values)),
    };
  },
};

const widening: DerivedGroup = {
  fields: [
    // 1 where each step of a rule widens what the flow keeps; and |theta|^2 at the horizon over the start's |L|.
    { name: 'stepsWiden', type: 'u32' },
    { name: 'widened', type: 'f32' },
  ],
  follows: (choice) =>
    isFlow(choice.method) ? [] : [...numbersOfModel(choice), ...FIELD_NAMES, 'step', 'time'],
  of: (experiment) => {
    const game = modelOf(experiment).game(experiment.values);
    const method = methodOf(experiment.method);
    const found = wideningOf(method, game, experiment.values, scheduleFor(experiment));
    return { stepsWiden: Number(found.stepsWiden), widened: found.widened };
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
  widening,
  diffusion,
  chaos,
];

export const DERIVED_FIELDS: readonly UniformField[] = DERIVED.flatMap(({ fields }) => fields);

/** What a method is, for the shaders that judge its steps. */
export function methodConstants(id: string): ShaderSource {
  const method = methodOf(id);
  const spacing = spacingOf(method);
  const lines = [
    `const METHOD_FLOWS = ${method.kind === 'flow'};`,
    `const METHOD_CONSTANT_STEP_SIZE = ${method.constantStepSize === true};`,
    `const METHOD_KEEPS_ORBITS = ${method.keepsOrbits === true};`,
    `const METHOD_ADAPTIVE = ${method.adaptive === true};`,
    // An error ratio is (w h)^3/4.
    `const METHOD_DISSIPATION_PER_ERROR_RATIO_SQUARED: f32 = ${16 * method.numericalDissipation}f;`,
    `const METHOD_LARGEST_ERROR_RATIO: f32 = ${finite(method.largestErrorRatio)}f;`,
    `const METHOD_SPACING: f32 = ${finite(spacing)}f;`,
    `const METHOD_REFINES = ${method.substepOrder !== undefined};`,
    `const METHOD_SUBSTEP_ORDER: f32 = ${method.substepOrder ?? 1}f;`,
    `const SUBSTEP_SHORTEST: f32 = ${SHORTEST_SUBSTEP}f;`,
    `const SUBSTEP_LEAST: f32 = ${LEAST_SUBSTEP}f;`,
    `const SUBSTEP_LEAST_COUNT: f32 = ${LEAST_SUBSTEPS}f;`,
    `const SUBSTEP_SLACK: f32 = ${SUBSTEP_SLACK}f;`,
    `const SUBSTEP_SLOWEST: f32 = ${SUBSTEP_GROWTH.slowest}f;`,
    `const SUBSTEP_FASTEST: f32 = ${SUBSTEP_GROWTH.fastest}f;`,
    `const SUBSTEP_SAFETY: f32 = ${SUBSTEP_GROWTH.safety}f;`,
    `const RK4_REFINED_ERROR_RATIO: f32 = ${REFINED_ERROR_RATIO}f;`,
    `const RK4_REFINED_RATE: f32 = ${REFINED_RATE}f;`,
    `const DOPRI_FLOAT32_RTOL: f32 = ${FLOAT32_RTOL}f;`,
    `const DOPRI_RESOLVED_ERROR: f32 = ${RESOLVED_ERROR}f;`,
    `const DOPRI_UNRESOLVED: f32 = ${UNRESOLVED}f;`,
    `const ACROSS_SMALL: f32 = ${ACROSS_SMALL}f;`,
    `const ACROSS_MOST_RISE: f32 = ${ACROSS_MOST_RISE}f;`,
    `const ACROSS_MOST_CHANGE: f32 = ${ACROSS_MOST_CHANGE}f;`,
  ];
  return { path: 'method', code: lines.join('\n') };
}

/** Whether all directions of the plane are alike. */
export function directionConstants(choice: DynamicsChoice): ShaderSource {
  const isotropic =
    modelOf(choice).anisotropic !== true && methodOf(choice.method).componentwise !== true;
  return { path: 'directions', code: `const ISOTROPIC = ${isotropic};` };
}

/** A number whose square is still within float32. */
function finite(value: number): number {
  return Math.min(value, 1e18);
}
