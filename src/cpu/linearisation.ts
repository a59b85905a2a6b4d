import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf } from '../experiment/parameters.ts';
import type { Stepper } from '../methods/method.ts';
import type { Message } from '../models/message.ts';
import { vectorFieldJvpOf } from '../models/modifiers.ts';
import { tangentDynamics } from './dynamics.ts';

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** What an experiment does to first order at phi = theta = 0. */
export interface Linearisation {
  /** Eigenvalues of the Jacobian of a flow, or multipliers of one step of a rule. */
  readonly kind: 'eigenvalues' | 'multipliers';
  /**
   * One for each of the two equal dimensions, the largest imaginary part first; a rule's memory
   * adds its own.
   */
  readonly values: readonly Complex[];
  /** `stable`: all decay; `neutral`: none grows and one does not decay; `unstable`: one grows. */
  readonly stability: 'stable' | 'neutral' | 'unstable';
  /** Of a rule where the flow is a pure rotation: the learning rate at which it turns unstable. */
  readonly criticalStep?: number;
}

/** Why there is none, in a sentence. */
export interface NoLinearisation {
  readonly reason: Message;
}

/** Rounding of an eigenvalue that is a double root: the square root of float64's own. */
export const ROUNDING = 1e-7;

/** The components of one dimension: every model turns both alike. */
const ONE_DIMENSION = [0, 2] as const;

export function linearisationOf(experiment: Experiment): Linearisation | NoLinearisation {
  const { values } = experiment;
  const method = methodOf(experiment.method);
  const reason = reasonAgainst(experiment);
  if (reason) return { reason };

  const flow = eigenvaluesOf(jacobianOf(experiment));
  if (method.kind === 'flow') {
    const growth = Math.max(...flow.map(({ re }) => re));
    return { kind: 'eigenvalues', values: flow, stability: stabilityOf(growth) };
  }
  const multipliers = eigenvaluesOf(stepMatrixOf(experiment));
  const growth = Math.max(...multipliers.map(({ re, im }) => Math.hypot(re, im) - 1));
  const frequency = Math.max(...flow.map(({ im }) => im));
  const rotates = frequency > 0 && flow.every(({ re }) => Math.abs(re) < ROUNDING);
  const criticalStep = rotates ? method.criticalStep?.(frequency, values) : undefined;
  return {
    kind: 'multipliers',
    values: multipliers,
    stability: stabilityOf(growth),
    ...(criticalStep !== undefined && { criticalStep }),
  };
}

/**
 * The eigenvalues of a flow's Jacobian at the equilibrium, or the multipliers of one step of a rule;
 * undefined where there is no Jacobian.
 */
export function spectrumOf(experiment: Experiment): readonly Complex[] | undefined {
  if (reasonAgainst(experiment)) return undefined;
  return methodOf(experiment.method).kind === 'flow'
    ? eigenvaluesOf(jacobianOf(experiment))
    : eigenvaluesOf(stepMatrixOf(experiment));
}

/** Why there is no Jacobian; undefined where there is one. */
function reasonAgainst({ model, method, values }: Experiment): Message | undefined {
  const game = modelOf(model).game(values);
  return game.singularAtEquilibrium ?? methodOf(method).singularAtEquilibrium;
}

function stabilityOf(growth: number): Linearisation['stability'] {
  if (growth > ROUNDING) return 'unstable';
  return growth < -ROUNDING ? 'stable' : 'neutral';
}

/** The Jacobian of the flow in one dimension. */
function jacobianOf({ model, values }: Experiment): number[][] {
  const vectorFieldJvp = vectorFieldJvpOf(modelOf(model).game(values), values);
  const out = new Float64Array(4);
  const columns = ONE_DIMENSION.map((component) => {
    const tangent = new Float64Array(4);
    tangent[component] = 1;
    vectorFieldJvp(new Float64Array(4), tangent, out);
    return ONE_DIMENSION.map((row) => out[row]!);
  });
  return transposed(columns);
}

/** The derivative of a rule's step in one dimension, of the state and what the rule remembers. */
function stepMatrixOf(experiment: Experiment): number[][] {
  const { model, method, values } = experiment;
  const dynamics = tangentDynamics(modelOf(model).game(values), values, 2);
  const stepper = methodOf(method).stepper(dynamics, values);
  const h = numberOf(experiment, 'step');
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const carried = [state, ...stepper.solverState];
  const columns = carried.flatMap((_, index) =>
    ONE_DIMENSION.map((component) => {
      rest(stepper, state);
      carried[index]![4 + component] = 1;
      stepper.step(state, h, change);
      for (let i = 4; i < 8; i++) state[i] = state[i]! + change[i]!;
      return carried.flatMap((solverState) => ONE_DIMENSION.map((row) => solverState[4 + row]!));
    }),
  );
  return transposed(columns);
}

/** At the equilibrium since ever, with no tangent anywhere. */
function rest(stepper: Stepper, state: Float64Array): void {
  state.fill(0);
  stepper.begin(state);
  for (const solverState of stepper.solverState) solverState.fill(0);
}

function transposed(columns: readonly (readonly number[])[]): number[][] {
  return columns.map((_, row) => columns.map((column) => column[row]!));
}

function eigenvaluesOf(matrix: number[][]): Complex[] {
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(new Matrix(matrix));
  return realEigenvalues
    .map((re, i) => ({ re, im: imaginaryEigenvalues[i]! }))
    .toSorted((a, b) => b.im - a.im || b.re - a.re);
}
