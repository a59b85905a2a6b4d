import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf } from '../experiment/parameters.ts';
import type { Stepper } from '../methods/method.ts';
import { targetOf } from '../experiment/equilibrium/target.ts';
import { gameAround } from '../game/game-around.ts';
import type { Message } from '../models/message.ts';
import type { Game } from '../models/model.ts';
import type { Values } from '../models/parameter.ts';
import type { State } from '../models/state.ts';
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
const ONE_DIMENSION: readonly number[] = [0, 2];

const ALL: readonly number[] = [0, 1, 2, 3];

/** The components that a game's Jacobian at its target needs: a game of one's own may tell directions apart. */
function componentsOf({ game }: Experiment): readonly number[] {
  return !game || game.isotropic || game.planar ? ONE_DIMENSION : ALL;
}

export function linearisationOf(experiment: Experiment): Linearisation | NoLinearisation {
  const { values } = experiment;
  const method = methodOf(experiment.method);
  const reason = reasonAgainst(experiment);
  if (reason) return { reason };

  const [game, components] = [modelOf(experiment).game(values), componentsOf(experiment)];
  const flow = eigenvaluesOf(jacobianOf(game, values, components));
  if (method.kind === 'flow') {
    const growth = Math.max(...flow.map(({ re }) => re));
    return { kind: 'eigenvalues', values: flow, stability: stabilityOf(growth) };
  }
  const multipliers = eigenvaluesOf(stepMatrixOf(experiment, game, components));
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
  const game = modelOf(experiment).game(experiment.values);
  return spectrumAt(experiment, game, componentsOf(experiment));
}

/**
 * The same at any equilibrium, with all components that move there; undefined for a rule that has no
 * derivative at rest.
 * @param state an equilibrium
 */
export function spectrumAround(
  experiment: Experiment,
  state: State,
): readonly Complex[] | undefined {
  const { game: own, values, method } = experiment;
  if (methodOf(method).singularAtEquilibrium) return undefined;
  const target = targetOf(experiment);
  const centre = state.map((x, i) => x - target[i]!) as unknown as State;
  const game = gameAround(modelOf(experiment).game(values), centre, values);
  return spectrumAt(experiment, game, own?.planar ? ONE_DIMENSION : ALL);
}

function spectrumAt(experiment: Experiment, game: Game, components: readonly number[]) {
  return methodOf(experiment.method).kind === 'flow'
    ? eigenvaluesOf(jacobianOf(game, experiment.values, components))
    : eigenvaluesOf(stepMatrixOf(experiment, game, components));
}

/** Why there is no Jacobian; undefined where there is one. */
function reasonAgainst(experiment: Experiment): Message | undefined {
  const game = modelOf(experiment).game(experiment.values);
  return game.singularAtEquilibrium ?? methodOf(experiment.method).singularAtEquilibrium;
}

function stabilityOf(growth: number): Linearisation['stability'] {
  if (growth > ROUNDING) return 'unstable';
  return growth < -ROUNDING ? 'stable' : 'neutral';
}

/** The Jacobian of the flow at 0. */
function jacobianOf(game: Game, values: Values, components: readonly number[]): number[][] {
  const vectorFieldJvp = vectorFieldJvpOf(game, values);
  const out = new Float64Array(4);
  const columns = components.map((component) => {
    const tangent = new Float64Array(4);
    tangent[component] = 1;
    vectorFieldJvp(new Float64Array(4), tangent, out);
    return components.map((row) => out[row]!);
  });
  return transposed(columns);
}

/** The derivative of a rule's step at 0, of the state and what the rule remembers. */
function stepMatrixOf(
  experiment: Experiment,
  game: Game,
  components: readonly number[],
): number[][] {
  const { method, values } = experiment;
  const dynamics = tangentDynamics(game, values, 2);
  const stepper = methodOf(method).stepper(dynamics, values);
  const h = numberOf(experiment, 'step');
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const carried = [state, ...stepper.solverState];
  const columns = carried.flatMap((_, index) =>
    components.map((component) => {
      rest(stepper, state);
      carried[index]![4 + component] = 1;
      stepper.step(state, h, change);
      for (let i = 4; i < 8; i++) state[i] = state[i]! + change[i]!;
      return carried.flatMap((solverState) => components.map((row) => solverState[4 + row]!));
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
