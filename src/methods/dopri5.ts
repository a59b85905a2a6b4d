import { axpy, newStates, square, type Method, type AugmentedState } from './method.ts';
import { flowStep } from './step.ts';

/** Dormand and Prince 1980, table 2: stages, solution of order 5, and its distance to order 4. */
const STAGES: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/** The smallest relative tolerance that float32 can keep, ten of its roundings: the shaders take this for less. */
export const FLOAT32_RTOL = 1e-6;

/** An error of a shortest substep, relative to the state, that is still resolved: 1%. */
export const RESOLVED_ERROR = 0.01;

/** The squared error ratio of a step that is not resolved. */
export const UNRESOLVED = 1e12;

/** Dense output of order 4 (Hairer, Norsett and Wanner 1993, II.6, DOPRI5): its part beyond Hermite's. */
const QUARTIC = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/**
 * Dormand-Prince 5(4) with local extrapolation. The schedule's step is the longest one; where the error
 * estimate asks for it, it is done in shorter substeps, whose length is remembered.
 */
export const dopri5: Method = {
  id: 'dopri5',
  title: 'Dormand-Prince 5(4)',
  kind: 'flow',
  source: 'Dormand & Prince 1980',
  doc: 'the differential equation, by an adaptive method of order 5: resolves stiff motion that a fixed step does not',
  parameters: [
    flowStep({
      textId: 'dopri5.step',
      symbol: 'longest step h',
      default: 0.125,
      max: 1,
      doc: 'longest step in time; substeps are shorter where the error estimate asks for it',
    }),
    {
      kind: 'number',
      name: 'rtol',
      symbol: 'rtol',
      // A thousandth would damp neutral orbits visibly by T = 1000; see the tests.
      default: 1e-6,
      min: 1e-12,
      max: 0.01,
      step: 1e-7,
      logarithmic: true,
      doc: 'error allowed in a substep relative to the size of the state; float32 takes 1e-6 for less, which it would round away. The shortest substep, 1/64 of the longest step, is taken with up to 1% of error, as across a kink; where its error is larger, up to 64 substeps of a step are shorter, to 1/4096, and beyond that a path is undecided',
    },
    {
      kind: 'number',
      name: 'atol',
      symbol: 'atol',
      default: 1e-9,
      min: 1e-15,
      max: 0.01,
      step: 1e-10,
      logarithmic: true,
      doc: 'error allowed in a substep whatever the size of the state',
    },
  ],
  adaptive: true,
  // The estimate is that of the embedded method of order 4.
  substepOrder: 5,
  solverState: ['substep'],
  // |R(iy)| = 1 - y^6/3600 + O(y^8), R(z) = 1 + ... + z^5/120 + z^6/600.
  numericalDissipation: 1 / 3600,
  // The error estimate sees to resolution: only a step that was given up is unresolved.
  largestErrorRatio: 1e3,
  stepper: (dynamics, values) => {
    const { size, vectorField } = dynamics;
    const [rtol, atol] = [Number(values['rtol']), Number(values['atol'])];
    const derivatives = newStates(dynamics, 7);
    const [stage, from, substep] = newStates(dynamics, 3) as [
      AugmentedState,
      AugmentedState,
      AugmentedState,
    ];
    let length = 0;
    /** Fills the stages' derivatives from `state` on, and leaves the step's end in `stage`. */
    const stages = (state: AugmentedState, h: number, change: AugmentedState) => {
      for (let s = 1; s < 7; s++) {
        change.fill(0);
        for (let j = 0; j < s; j++) {
          const factor = h * STAGES[s]![j]!;
          for (let i = 0; i < size; i++) change[i] = change[i]! + factor * derivatives[j]![i]!;
        }
        axpy(stage, state, 1, change);
        vectorField(stage, derivatives[s]!);
      }
    };
    /** The error estimate of a step. */
    const errorOf = (h: number) => {
      let sum = 0;
      for (let i = 0; i < 4; i++) {
        let component = 0;
        for (let j = 0; j < 7; j++) component += ERROR[j]! * derivatives[j]![i]!;
        sum += (h * component) ** 2;
      }
      return Math.sqrt(sum);
    };
    /** The first stage's derivative, which is the last step's first or last one where that went on from here. */
    const firstDerivative = (state: AugmentedState) => {
      if (length > 0 && equal(state, stage)) derivatives[0]!.set(derivatives[6]!);
      else if (length === 0 || !equal(state, from)) vectorField(state, derivatives[0]!);
      from.set(state);
    };
    const stepper = {
      solverState: [substep],
      excess: 0,
      begin: () => {
        substep.fill(0);
        length = 0;
      },
      step: (state: AugmentedState, h: number, change: AugmentedState) => {
        firstDerivative(state);
        stages(state, h, change);
        length = h;
        const distance = errorOf(h);
        const size2 = square(state);
        const scale = Math.sqrt(Math.max(size2, square(stage)));
        stepper.excess = distance / (atol + rtol * scale);
        if (!(stepper.excess <= 1 || distance <= RESOLVED_ERROR * scale)) return UNRESOLVED;
        return size2 > 0 ? ((h * h * square(derivatives[0]!)) / size2) ** 3 / 16 : 0;
      },
      quartic: (out: AugmentedState) => {
        for (let i = 0; i < size; i++) {
          let component = 0;
          for (let j = 0; j < 7; j++) component += QUARTIC[j]! * derivatives[j]![i]!;
          out[i] = length * component;
        }
      },
    };
    return stepper;
  },
};

function equal(one: AugmentedState, other: AugmentedState): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}
