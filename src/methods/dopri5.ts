import { newStates, square, type Method, type AugmentedState } from './method.ts';
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

/**
 * The shortest substep as a share of the step. It is taken whatever its error, so that a kink of the
 * field, as the hinge's, cannot hold a trajectory up for ever.
 */
export const SHORTEST = 1 / 64;

/** Enough for a step in shortest substeps with a refused longer one before each. */
export const MOST_ATTEMPTS = 128;

/** An error of a shortest substep, relative to the state, that is still resolved: 1%. */
export const RESOLVED_ERROR = 0.01;

/** The squared error ratio of a step that is not resolved. */
export const UNRESOLVED = 1e12;

/** How fast the length of a substep may change, and what it stays below its estimate. */
const [SLOWEST, FASTEST, SAFETY] = [0.2, 5, 0.9];

/**
 * Dormand-Prince 5(4) with local extrapolation. The schedule's step is the longest one and how often
 * the trajectory is looked at; where the error estimate asks for it, it is done in shorter substeps,
 * whose length is remembered.
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
      doc: 'error allowed in a substep relative to the size of the state; below 1e-6 float32 rounds more than that',
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
  solverState: ['substep'],
  // |R(iy)| = 1 - y^6/3600 + O(y^8), R(z) = 1 + ... + z^5/120 + z^6/600.
  numericalDissipation: 1 / 3600,
  // The error estimate sees to resolution: only a step that was given up is unresolved.
  largestErrorRatio: 1e3,
  stepper: (dynamics, values) => {
    const { size, vectorField } = dynamics;
    const [rtol, atol] = [Number(values['rtol']), Number(values['atol'])];
    const derivatives = newStates(dynamics, 7);
    const [stage, reached, substep] = newStates(dynamics, 3) as [
      AugmentedState,
      AugmentedState,
      AugmentedState,
    ];
    const stages = (h: number) => {
      for (let s = 1; s < 7; s++) {
        stage.set(reached);
        for (let j = 0; j < s; j++) {
          const factor = h * STAGES[s]![j]!;
          for (let i = 0; i < size; i++) stage[i] = stage[i]! + factor * derivatives[j]![i]!;
        }
        vectorField(stage, derivatives[s]!);
      }
    };
    /** The error estimate of a substep. */
    const errorOf = (h: number) => {
      let sum = 0;
      for (let i = 0; i < 4; i++) {
        let component = 0;
        for (let j = 0; j < 7; j++) component += ERROR[j]! * derivatives[j]![i]!;
        sum += (h * component) ** 2;
      }
      return Math.sqrt(sum);
    };
    return {
      solverState: [substep],
      begin: () => substep.fill(0),
      step: (state, h, change) => {
        reached.set(state);
        let length = substep[0] === 0 ? h : Math.min(substep[0]!, h);
        const shortest = SHORTEST * h;
        let done = 0;
        let errorRatioSquared = 0;
        let resolved = true;
        vectorField(reached, derivatives[0]!);
        for (let attempt = 0; attempt < MOST_ATTEMPTS && done < h; attempt++) {
          const last = done + 1.001 * length >= h;
          const d = last ? h - done : length;
          stages(d);
          const distance = errorOf(d);
          const scale = Math.sqrt(Math.max(square(reached), square(stage)));
          const error = distance / (atol + rtol * scale);
          const wanted = SAFETY * error ** -0.2;
          // So that an error that is no number is refused too.
          const kept = error <= 1;
          const accepted = kept || d <= shortest;
          if (accepted) {
            resolved &&= kept || distance <= RESOLVED_ERROR * scale;
            const size2 = square(reached);
            if (size2 > 0)
              errorRatioSquared += ((d * d * square(derivatives[0]!)) / size2) ** 3 / 16;
            reached.set(stage);
            derivatives[0]!.set(derivatives[6]!);
            done = last ? h : done + d;
          }
          const factor = wanted > SLOWEST ? Math.min(wanted, accepted ? FASTEST : 1) : SLOWEST;
          // A last substep is short because the step ends, not because it has to be.
          length = last && accepted ? Math.max(length, d * factor) : d * factor;
          length = Math.max(length, shortest);
        }
        substep[0] = length;
        for (let i = 0; i < size; i++) change[i] = reached[i]! - state[i]!;
        return resolved && done === h ? errorRatioSquared : UNRESOLVED;
      },
    };
  },
};
