import { larger, newStates, axpy, square, type Method, type AugmentedState } from './method.ts';
import { rk4LaneStepper } from './rk4-lanes.ts';
import { REFINED_ERROR_RATIO, resolves, mostDisagreement } from './rk4-refinement.ts';
import { flowStep } from './step.ts';

type Derivatives = readonly [AugmentedState, AugmentedState, AugmentedState, AugmentedState];

/** How far along one derivative the next is taken, in steps. */
const STAGE_OFFSETS = [1 / 2, 1 / 2, 1] as const;

/** Classical Runge-Kutta (Kutta 1901): order 4, four stages, fixed step. */
export const rk4: Method = {
  id: 'rk4',
  title: 'RK4',
  kind: 'flow',
  source: 'Kutta 1901',
  doc: 'the differential equation, by the classical Runge-Kutta method of order 4; a step that does not resolve the motion is done in shorter ones, of 1/64 and where that is not enough down to 1/4096',
  parameters: [flowStep({})],
  solverState: [],
  // |R(iy)| = 1 - y^6/144 + O(y^8), R the stability polynomial of order 4.
  numericalDissipation: 1 / 144,
  // w h = 0.93 for a rotation, where one step is wrong by (w h)^5/120 = 0.6%.
  largestErrorRatio: 0.2,
  // The error ratio falls with the third power of the step, and that in a unit of time with the second.
  substepOrder: 2,
  stepper: (dynamics) => {
    const { size, vectorField } = dynamics;
    const [stage, ...derivatives] = newStates(dynamics, 5) as [AugmentedState, ...Derivatives];
    const [k1, k2, k3, k4] = derivatives;
    const stepper = {
      solverState: [],
      excess: 0,
      begin: () => {},
      step: (state: AugmentedState, h: number, change: AugmentedState) => {
        let at = state;
        for (let s = 0; ; s++) {
          vectorField(at, derivatives[s]!);
          if (s === 3) break;
          axpy(stage, state, h * STAGE_OFFSETS[s]!, derivatives[s]!);
          at = stage;
        }
        for (let i = 0; i < size; i++) {
          change[i] = (h / 6) * (k1[i]! + 2 * (k2[i]! + k3[i]!) + k4[i]!);
        }
        const errorRatioSquared = errorRatioSquaredOf(state, h, k1, k2, k3, k4);
        stepper.excess = excessOf(errorRatioSquared, h, k1, k2, k3);
        return errorRatioSquared;
      },
    };
    return stepper;
  },
  laneStepper: rk4LaneStepper,
};

/**
 * How much the two midpoint derivatives disagree, and how much the derivative bends. For a rotation they are
 * (w h)^3/4 and that times sqrt(1 + (w h)^2); on a circle of wgan the first is far smaller, and for a
 * decay with w h = 1 the second is 0.
 */
function errorRatioSquaredOf(
  state: AugmentedState,
  h: number,
  k1: AugmentedState,
  k2: AugmentedState,
  k3: AugmentedState,
  k4: AugmentedState,
): number {
  const disagreement =
    (k3[0]! - k2[0]!) ** 2 +
    (k3[1]! - k2[1]!) ** 2 +
    (k3[2]! - k2[2]!) ** 2 +
    (k3[3]! - k2[3]!) ** 2;
  const bend =
    (k1[0]! - k2[0]! - k3[0]! + k4[0]!) ** 2 +
    (k1[1]! - k2[1]! - k3[1]! + k4[1]!) ** 2 +
    (k1[2]! - k2[2]! - k3[2]! + k4[2]!) ** 2 +
    (k1[3]! - k2[3]! - k3[3]! + k4[3]!) ** 2;
  const scale = square(state);
  return scale === 0 ? 0 : (h * h * larger(disagreement, bend)) / scale;
}

/** How far a step is from resolving its motion, above 1 exactly where it does not `resolve` it. */
function excessOf(
  errorRatioSquared: number,
  h: number,
  k1: AugmentedState,
  k2: AugmentedState,
  k3: AugmentedState,
): number {
  let [first, second, size] = [0, 0, 0];
  for (let i = 0; i < 4; i++) {
    first += (k2[i]! - k1[i]!) ** 2;
    second += (k3[i]! - k2[i]!) ** 2;
    size += k1[i]! ** 2;
  }
  const ofRate = second / (mostDisagreement(first, size) || 1);
  const excess = Math.max(Math.sqrt(errorRatioSquared) / (REFINED_ERROR_RATIO * h), ofRate);
  // Rounding of two formulas of the same.
  if (resolves(errorRatioSquared, h, second, first, size)) return Math.min(excess, 1);
  return Math.max(excess, 1 + Number.EPSILON);
}
