/** The equilibria of an experiment's field: where learning rates and modifiers leave every state at rest. */
import { vectorFieldJvpOf, vectorFieldOf } from '../../models/modifiers.ts';
import { isCorrected } from '../../models/modifiers/index.ts';
import { COMPONENTS, type Component, type State } from '../../models/state.ts';
import { indexOf, type Experiment } from '../experiment.ts';
import { modelOf } from '../parameters.ts';
import { targetOf } from './target.ts';
import { solved } from './linear-system.ts';

/** The components that vary, each within its interval; the others are held. */
export type Box = Readonly<Partial<Record<Component, readonly [min: number, max: number]>>>;

/** Starts of Newton's method along each side of a box of two components, or of one; fewer of more. */
const SIDES = [0, 101, 41, 11, 7];

/** Newton's method converges quadratically: from where it converges at all in a few steps. */
const MOST_STEPS = 40;

/** Of the field at an equilibrium, in units of its size around: some roundings. */
const RESIDUAL = 1e-12;

/** Two equilibria as near as this, relative to the box, are one: roots of a double root scatter so. */
const SAME = 1e-6;

/**
 * As many are no points but a curve of equilibria, which a grid of starts meets along a whole side; a list of
 * points says nothing then.
 */
export const MOST_EQUILIBRIA = 40;

/**
 * The equilibria in a box, by Newton's method with the exact Jacobian from a grid of starts. What
 * attracts no start of the grid is not found.
 * @param hold the values of components that do not vary
 * @param side starts along each side of the box
 * @returns states in the order of theta1, phi1, theta2, phi2; at most `MOST_EQUILIBRIA`
 */
export function equilibriaIn(
  experiment: Experiment,
  box: Box,
  hold: State,
  side?: number,
): readonly State[] {
  const search = searchEquilibria(experiment, box, hold, side);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The same search, which pauses after every start: a page goes on meanwhile. */
export function* searchEquilibria(
  experiment: Experiment,
  box: Box,
  hold: State,
  side?: number,
): Generator<undefined, readonly State[]> {
  const varied = COMPONENTS.filter((component) => box[component] !== undefined);
  const found: State[] = [];
  const newton = newtonOf(experiment, varied, box);
  for (const start of gridOf(varied, box, hold, side ?? SIDES[varied.length]!)) {
    const end = newton(start);
    if (end && !found.some((other) => isSame(other, end, varied, box))) found.push(end);
    if (found.length >= MOST_EQUILIBRIA) break;
    yield undefined;
  }
  const known = restsOf(experiment, box, hold);
  const isKnown = (state: State) => known.some((rest) => isSame(state, rest, varied, box));
  const all = [...found.filter((state) => !isKnown(state)), ...known];
  const order = ['theta1', 'phi1', 'theta2', 'phi2'] as const;
  return all.toSorted((a, b) => {
    const first = order.map(indexOf).find((i) => Math.abs(a[i]! - b[i]!) > SAME);
    return first === undefined ? 0 : a[first]! - b[first]!;
  });
}

/** `Game.restsOnLine`, of a field that is the model's own. */
export function restsOnLineOf(experiment: Experiment): readonly number[] {
  if (isCorrected(experiment.values)) return [];
  return modelOf(experiment).game(experiment.values).restsOnLine ?? [];
}

/** Where a model is known to come to rest beside roots of its field. */
function restsOf(experiment: Experiment, { phi1, phi2, theta1, theta2 }: Box, hold: State) {
  const isOneDimensional = !phi2 && !theta2 && hold[1] === 0 && hold[3] === 0;
  if (!isOneDimensional || !phi1 || !theta1) return [];
  return restsOnLineOf(experiment)
    .filter((theta) => theta >= theta1[0] && theta <= theta1[1])
    .map((theta): State => [0, 0, theta, 0]);
}

function* gridOf(
  varied: readonly Component[],
  box: Box,
  hold: State,
  side: number,
): Generator<Float64Array> {
  const count = side ** varied.length;
  for (let index = 0; index < count; index++) {
    const state = Float64Array.from(hold);
    let rest = index;
    for (const component of varied) {
      const [min, max] = box[component]!;
      state[indexOf(component)] = min + (max - min) * ((rest % side) / (side - 1));
      rest = Math.floor(rest / side);
    }
    yield state;
  }
}

function isSame(a: State, b: State, varied: readonly Component[], box: Box): boolean {
  return varied.every((component) => {
    const [min, max] = box[component]!;
    const i = indexOf(component);
    return Math.abs(a[i]! - b[i]!) <= SAME * (max - min);
  });
}

/** Newton's method within a box; undefined where it leaves it, or does not come to rest. */
function newtonOf(experiment: Experiment, varied: readonly Component[], box: Box) {
  const { values } = experiment;
  const game = modelOf(experiment).game(values);
  const target = targetOf(experiment);
  const [field, jvp] = [vectorFieldOf(game, values), vectorFieldJvpOf(game, values)];
  const indices = varied.map(indexOf);
  const [centred, value, tangent, column] = [0, 1, 2, 3].map(() => new Float64Array(4)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const evaluate = (state: Float64Array) => {
    for (let i = 0; i < 4; i++) centred[i] = state[i]! - target[i]!;
    field(centred, value);
    return value;
  };
  return (start: Float64Array): State | undefined => {
    const state = start.slice();
    for (let step = 0; step < MOST_STEPS; step++) {
      evaluate(state);
      if (!value.every(Number.isFinite)) return undefined;
      const matrix = indices.map((row) => {
        return [...indices.map(() => 0), -value[row]!];
      });
      indices.forEach((index, k) => {
        tangent.fill(0);
        tangent[index] = 1;
        jvp(centred, tangent, column);
        indices.forEach((row, r) => (matrix[r]![k] = column[row]!));
      });
      const change = solved(matrix);
      if (!change) break;
      indices.forEach((index, k) => (state[index] = state[index]! + change[k]!));
      if (Math.hypot(...change) <= 1e-15 * (1 + Math.hypot(...state))) break;
    }
    const size = 1 + Math.hypot(...state);
    // All four components rest, also those that are held.
    if (!(Math.hypot(...evaluate(state)) <= RESIDUAL * size)) return undefined;
    const isInside = varied.every((component) => {
      const [min, max] = box[component]!;
      const x = state[indexOf(component)]!;
      const slack = SAME * (max - min);
      return x >= min - slack && x <= max + slack;
    });
    return isInside ? (Array.from(state, (x) => (x === 0 ? 0 : x)) as unknown as State) : undefined;
  };
}
