/**
 * Circles: paths in two dimensions that a flow or a rule only turns round 0, both players by the same
 * angle. They are equilibria of the motion seen from a turning plane, and are found as such, by Newton's
 * method with the exact Jacobian.
 */
import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix';
import type { Experiment } from '../experiment/experiment.ts';
import { methodOf, modelOf } from '../experiment/parameters.ts';
import { angularMomentum, isOneDimensional, type State } from '../models/state.ts';
import { motionOf, type Motion } from './motion.ts';
import { ROUNDING } from './linearisation.ts';

/** A circle, by its radii in both players' planes. */
export interface Circle {
  readonly phi: number;
  readonly theta: number;
  readonly angularMomentum: number;
  /** Of small deviations from it, those along it left out. */
  readonly stability: 'stable' | 'neutral' | 'unstable';
  /** Where Newton's method ended: for a circle at other parameters nearby. */
  readonly seed: Float64Array;
}

/** Newton's method converges quadratically: from where it converges at all in a few steps. */
const MOST_STEPS = 30;

/** Of what is left of the motion in the turning plane, in units of the state: some roundings. */
const RESIDUAL = 1e-11;

/** A circle whose equations are this near to dependent is one of many beside each other. */
const ISOLATED = 1e-7;

/** Two circles as near as this are one. */
const SAME = 1e-6;

/** Radii that are tried, in units of the largest. */
const RADII = [0.01, 0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1];

/**
 * The circles of an experiment with radii up to about `largest`. Empty where directions of the plane
 * differ, where there is noise, and in one dimension.
 * @param starts of the paths; where L is conserved, circles are those with these starts' L
 * @param seeds of circles at other parameters nearby; none: from many radii
 */
export function circlesOf(
  experiment: Experiment,
  starts: readonly State[],
  largest: number,
  seeds?: readonly Float64Array[],
): readonly Circle[] {
  const { values, method } = experiment;
  const model = modelOf(experiment);
  const isTurned =
    model.anisotropic !== true && methodOf(method).componentwise !== true && !isNoisy(experiment);
  if (!isTurned || starts.every(isOneDimensional)) return [];
  const motion = motionOf(experiment);
  const momenta = starts.map(angularMomentum);
  const conserved = motion.conserves(angularMomentum);
  const [least, most] = [Math.min(...momenta), Math.max(...momenta)];
  // Where L is conserved, starts with different ones go to different circles.
  if (conserved && (most - least > SAME || Math.abs(most) < SAME)) return [];
  const wanted = conserved ? (least + most) / 2 : undefined;
  const ratio = Math.sqrt(Number(values['rateG']) / Number(values['rateD']));
  const found: Circle[] = [];
  for (const seed of seeds ?? seedsOf(motion, largest, ratio)) {
    const circle = newton(motion, seed, wanted);
    if (circle && !found.some((other) => isSame(circle, other))) found.push(circle);
  }
  return found;
}

function isNoisy({ values }: Experiment): boolean {
  return ['noise', 'gradientNoise'].some((name) => Number(values[name]) > 0);
}

/** Both players at right angles, as on a circle of the bilinear game, of either sense. */
function* seedsOf({ size }: Motion, largest: number, ratio: number): Generator<Float64Array> {
  for (const radius of RADII) {
    for (const sense of [-1, 1]) {
      const seed = new Float64Array(size);
      seed[0] = radius * largest;
      seed[3] = sense * ratio * seed[0];
      yield seed;
    }
  }
}

function isSame(a: Circle, b: Circle): boolean {
  const size = SAME * (a.phi + a.theta);
  return (
    Math.abs(a.phi - b.phi) < size &&
    Math.abs(a.theta - b.theta) < size &&
    Math.sign(a.angularMomentum) === Math.sign(b.angularMomentum)
  );
}

/** @param wanted the L of the circle, where it is conserved */
function newton(
  motion: Motion,
  seed: Float64Array,
  wanted: number | undefined,
): Circle | undefined {
  const w = seed.slice();
  let turning = motion.turningAt(w);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { rest, matrix } = equations(motion, w, turning, wanted);
    if (!rest.every(Number.isFinite)) return undefined;
    const size = Math.hypot(...w);
    if (size < SAME) return undefined;
    const decomposition = new SingularValueDecomposition(new Matrix(matrix), {
      autoTranspose: true,
    });
    if (Math.hypot(...rest) <= RESIDUAL * size) {
      const { diagonal } = decomposition;
      const isIsolated = diagonal.at(-1)! > ISOLATED * diagonal[0]!;
      return isIsolated ? circleAt(motion, w, turning, wanted !== undefined) : undefined;
    }
    const change = decomposition.solve(Matrix.columnVector(rest)).to1DArray();
    // From far away a step goes half as far as the state is large, at most.
    const damped = Math.min(1, size / (2 * Math.hypot(...change)));
    change.forEach((by, i) => {
      if (i === 1) turning -= damped * by;
      else w[i] = w[i]! - damped * by;
    });
  }
  return undefined;
}

/**
 * What is left of the motion in the plane that turns, and its derivative by the state, whose second
 * component stays 0 and has the turning in its place.
 */
function equations(
  motion: Motion,
  w: Float64Array,
  turning: number,
  wanted: number | undefined,
): { readonly rest: readonly number[]; readonly matrix: number[][] } {
  const { moved, jacobian } = motion.at(w);
  const turned = motion.turned(w, turning);
  const byTurning = motion.turnedBy(w, turning);
  const rest = Array.from(moved, (value, i) => value - turned[i]!);
  const matrix = jacobian.map((row, i) => {
    const own = motion.turnMatrixRow(i, turning);
    return row.map((value, j) => (j === 1 ? -byTurning[i]! : value - own[j]!));
  });
  if (wanted === undefined) return { rest, matrix };
  const gradient = [w[3]!, 0, -w[1]!, w[0]!, ...Array.from(w.subarray(4), () => 0)];
  return { rest: [...rest, angularMomentum(w) - wanted], matrix: [...matrix, gradient] };
}

function circleAt(motion: Motion, w: Float64Array, turning: number, conserved: boolean): Circle {
  const { jacobian } = motion.at(w);
  const { realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(
    new Matrix(motion.inTurningPlane(jacobian, turning)),
  );
  const still = motion.isFlow ? 0 : 1;
  const growths = re
    .map((real, i) => ({
      fromStill: Math.hypot(real - still, im[i]!),
      growth: motion.isFlow ? real : Math.hypot(real, im[i]!) - 1,
    }))
    .toSorted((a, b) => a.fromStill - b.fromStill)
    // Along the circle, and to the circles of other L, nothing moves.
    .slice(conserved ? 2 : 1)
    .map(({ growth }) => growth);
  const growth = Math.max(...growths);
  return {
    phi: Math.hypot(w[0]!, w[1]!),
    theta: Math.hypot(w[2]!, w[3]!),
    angularMomentum: angularMomentum(w),
    stability: growth > ROUNDING ? 'unstable' : growth < -ROUNDING ? 'stable' : 'neutral',
    seed: w,
  };
}
