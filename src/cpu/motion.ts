/** What moves a state, with its derivative: a flow's field, or a rule's step with what the rule remembers. */
import { numberOf, type Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf } from '../experiment/parameters.ts';
import { vectorFieldJvpOf, vectorFieldOf } from '../models/modifiers.ts';
import { tangentDynamics } from './dynamics.ts';

/** Vectors are a state, then what a rule remembers, four numbers each. */
export interface Motion {
  readonly isFlow: boolean;
  /** Numbers in a vector. */
  readonly size: number;
  /** The derivative of a flow, or where a step ends, and its Jacobian row by row. */
  at(w: Float64Array): { readonly moved: Float64Array; readonly jacobian: number[][] };
  /** The same where the motion only turns: by a speed, or by an angle a step. */
  turned(w: Float64Array, turning: number): Float64Array;
  /** The derivative of `turned` by the turning. */
  turnedBy(w: Float64Array, turning: number): Float64Array;
  /** A row of the matrix by which `turned` multiplies w. */
  turnMatrixRow(row: number, turning: number): readonly number[];
  /** The turning that is nearest to the motion at w. */
  turningAt(w: Float64Array): number;
  /** The Jacobian as it is seen in the plane that turns. */
  inTurningPlane(jacobian: readonly (readonly number[])[], turning: number): number[][];
  /** Whether a function of the state stays what it is. */
  conserves(of: (state: ArrayLike<number>) => number): boolean;
}

/** States at which conservation is looked for: nothing is special about them. */
const PROBES = [
  [0.31, -0.47, 0.62, 0.18],
  [-0.83, 0.29, 0.13, 0.71],
];

/** A change of a number as small as this is rounding. */
const KEPT = 1e-12;

export function motionOf(experiment: Experiment): Motion {
  return methodOf(experiment.method).kind === 'flow' ? flowOf(experiment) : ruleOf(experiment);
}

/** Each player's plane turned by a quarter. */
function quarterTurn(w: Float64Array): Float64Array {
  return w.map((_, i) => (i % 2 === 0 ? -w[i + 1]! : w[i - 1]!));
}

/** cos + sin of a quarter turn, as a row of a matrix. */
function rowOf(size: number, row: number, cos: number, sin: number): readonly number[] {
  const isFirst = row % 2 === 0;
  return Array.from({ length: size }, (_, j) => {
    if (j === row) return cos;
    if (j === row + (isFirst ? 1 : -1)) return isFirst ? -sin : sin;
    return 0;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function flowOf(experiment: Experiment): Motion {
  const { values } = experiment;
  const game = modelOf(experiment).game(values);
  const [field, jvp] = [vectorFieldOf(game, values), vectorFieldJvpOf(game, values)];
  const at: Motion['at'] = (w) => {
    const moved = new Float64Array(4);
    field(w, moved);
    const columns = [0, 1, 2, 3].map((component) => {
      const [tangent, out] = [new Float64Array(4), new Float64Array(4)];
      tangent[component] = 1;
      jvp(w, tangent, out);
      return out;
    });
    return {
      moved,
      jacobian: moved.reduce<number[][]>((rows, _, i) => [...rows, columns.map((c) => c[i]!)], []),
    };
  };
  return {
    isFlow: true,
    size: 4,
    at,
    turned: (w, speed) => quarterTurn(w).map((x) => speed * x),
    turnedBy: quarterTurn,
    turnMatrixRow: (row, speed) => rowOf(4, row, 0, speed),
    turningAt: (w) => dot(at(w).moved, quarterTurn(w)) / dot(w, w),
    inTurningPlane: (jacobian, speed) =>
      jacobian.map((row, i) => row.map((x, j) => x - rowOf(4, i, 0, speed)[j]!)),
    conserves: (of) =>
      PROBES.every((probe) => {
        const state = Float64Array.from(probe);
        const { moved } = at(state);
        // L and the like are quadratic: a central difference is exact.
        const beside = (sign: number) => of(state.map((x, i) => x + sign * moved[i]!));
        return Math.abs(beside(1) - beside(-1)) < KEPT;
      }),
  };
}

function ruleOf(experiment: Experiment): Motion {
  const { values } = experiment;
  const h = numberOf(experiment, 'step');
  const dynamics = tangentDynamics(modelOf(experiment).game(values), values, 2);
  const stepper = methodOf(experiment.method).stepper(dynamics, values);
  const state = new Float64Array(dynamics.size);
  const change = new Float64Array(dynamics.size);
  const carried = [state, ...stepper.solverState];
  const size = 4 * carried.length;
  /** A step from w with a tangent along component `along`. */
  const step = (w: Float64Array, along: number) => {
    state.fill(0);
    state.set(w.subarray(0, 4));
    stepper.begin(state);
    carried.forEach((part, k) => {
      part.fill(0);
      part.set(w.subarray(4 * k, 4 * k + 4));
    });
    carried[Math.floor(along / 4)]![4 + (along % 4)] = 1;
    stepper.step(state, h, change);
    for (let i = 0; i < 8; i++) state[i] = state[i]! + change[i]!;
  };
  const at: Motion['at'] = (w) => {
    const columns = Array.from({ length: size }, (_, along) => {
      step(w, along);
      return carried.flatMap((part) => Array.from(part.subarray(4, 8)));
    });
    const moved = Float64Array.from(carried.flatMap((part) => Array.from(part.subarray(0, 4))));
    return { moved, jacobian: columns.map((_, row) => columns.map((column) => column[row]!)) };
  };
  const turned = (w: Float64Array, angle: number) => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const across = quarterTurn(w);
    return w.map((x, i) => cos * x + sin * across[i]!);
  };
  return {
    isFlow: false,
    size,
    at,
    turned,
    turnedBy: (w, angle) => turned(quarterTurn(w), angle),
    turnMatrixRow: (row, angle) => rowOf(size, row, Math.cos(angle), Math.sin(angle)),
    turningAt: (w) => {
      const moved = at(w).moved.subarray(0, 4);
      const own = w.subarray(0, 4);
      return Math.atan2(dot(moved, quarterTurn(own)), dot(moved, own));
    },
    inTurningPlane: (jacobian, angle) =>
      jacobian.map((_, i) => {
        const row = rowOf(size, i, Math.cos(angle), -Math.sin(angle));
        return jacobian.map((__, j) => row.reduce((sum, x, k) => sum + x * jacobian[k]![j]!, 0));
      }),
    conserves: (of) =>
      size === 4 &&
      PROBES.every((probe) => {
        const before = Float64Array.from(probe);
        return Math.abs(of(at(before).moved) - of(before)) < KEPT;
      }),
  };
}
