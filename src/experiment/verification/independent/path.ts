/** A trajectory by an independent integration: known at every time, not only at steps. */
import { collocation, integrals, legendre, STAGES, type Collocation } from './collocation.ts';
import type { Regime } from './regime.ts';

/** Error of a step relative to the state: a millionth of the tightest tolerance it judges. */
const TOLERANCE = 1e-10;

/** A step whose iterations change it by this, relative to the state, has been solved … */
const SOLVED = 1e-14;

/** … and where rounding keeps them from it, by this. */
const ROUNDING = 1e-12;
const ITERATIONS = 24;

/** A step this short, relative to the horizon, that cannot be solved has met a jump unknown to its regime. */
const SHORTEST = 1e-14;

/** Evaluations of the field after which the integration gives up: some hundredths of a second. */
const EVALUATIONS = 400_000;

/** Evaluations without a pause. */
const AT_ONCE = 20_000;

/** Places within a step where ends of regimes are looked for. */
const LOOKS = 16;

/** Everything that is left of a state beyond this has left every bound. */
const BOUND = 1e4;

/** The polynomial of a step: s(from + x length) = start + length * sum_k coefficients_k Q_k(x). */
interface Piece {
  readonly from: number;
  /** Of the step; where a regime ended within it, the piece is shorter. */
  readonly length: number;
  readonly until: number;
  readonly start: Float64Array;
  /** `STAGES` rows of four numbers. */
  readonly coefficients: Float64Array;
  /** Room for the integrals of Legendre's polynomials. */
  readonly shares: Float64Array<ArrayBuffer>;
}

export interface Path {
  /** Where it ends: the horizon, or before, where it left every bound or was given up. */
  readonly end: number;
  readonly ending: 'horizon' | 'left' | 'given up';
  /** Whether it has met jumps of the field, or walls. */
  readonly isBroken: boolean;
  /** The ends of its steps, from 0 to `end`. */
  readonly knots: readonly number[];
  /** The state at a time from 0 to `end`, in `out`. */
  at(time: number, out: Float64Array): Float64Array;
}

/**
 * Follows a regime, and those after it, from `start` to `horizon`.
 * @param pause called after every few milliseconds, for whoever has to do other work in between
 * @throws what `pause` throws
 */
export async function followPath(
  first: Regime,
  start: ArrayLike<number>,
  horizon: number,
  pause: () => Promise<void> = async () => {},
): Promise<Path> {
  const solver = new Solver(collocation());
  const pieces: Piece[] = [];
  let regime = first;
  let before: Piece | undefined;
  let nextPause = AT_ONCE;
  let [time, length] = [0, Math.min(horizon, 1e-3)];
  const state = Float64Array.from(start);
  let ending: Path['ending'] = 'horizon';
  let isBroken = false;
  while (time < horizon) {
    if (!state.every((x) => Math.abs(x) < BOUND)) {
      ending = 'left';
      break;
    }
    if (solver.evaluations > EVALUATIONS) {
      ending = 'given up';
      break;
    }
    if (solver.evaluations >= nextPause) {
      nextPause = solver.evaluations + AT_ONCE;
      await pause();
    }
    length = Math.min(length, horizon - time);
    const error = solver.solve(regime, state, length, before);
    if (error > 1 && length > SHORTEST * horizon) {
      if (error === Infinity) before = undefined;
      length *= Math.max(0.2, Math.min(0.7, 0.9 * error ** (-1 / STAGES)));
      continue;
    }
    const piece = solver.piece(time, state, length);
    const exit = exitOf(regime, piece);
    const until = exit?.time ?? time + length;
    // Rounding may leave a last step that is no step.
    const end = horizon - until < 1e-15 * horizon ? horizon : until;
    pieces.push({ ...piece, until: end });
    before = exit ? undefined : piece;
    evaluate(piece, until, state);
    if (exit) {
      regime = exit.next(state);
      isBroken = true;
    }
    time = end;
    length *= Math.min(3, 0.9 * Math.max(error, 1e-9) ** (-1 / STAGES));
  }
  return { ...pathOf(pieces, time, start), ending, isBroken };
}

function pathOf(
  pieces: readonly Piece[],
  end: number,
  start: ArrayLike<number>,
): Omit<Path, 'ending' | 'isBroken'> {
  return {
    end,
    knots: [0, ...pieces.map(({ until }) => until)],
    at(time, out) {
      let [low, high] = [0, pieces.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (pieces[middle]!.until < time) low = middle + 1;
        else high = middle;
      }
      const piece = pieces[low];
      if (piece) return evaluate(piece, time, out);
      out.set(Array.from(start));
      return out;
    },
  };
}

function evaluate(
  { from, length, start, coefficients, shares }: Piece,
  time: number,
  out: Float64Array,
) {
  integrals((time - from) / length, shares);
  for (let i = 0; i < 4; i++) {
    let sum = 0;
    for (let k = STAGES - 1; k >= 0; k--) sum += shares[k]! * coefficients[4 * k + i]!;
    out[i] = start[i]! + length * sum;
  }
  return out;
}

/** Where a regime first ends within a piece, just beyond that end, and what comes after it. */
function exitOf({ exits }: Regime, piece: Piece) {
  const state = new Float64Array(4);
  for (let look = 1; exits.length > 0 && look <= LOOKS; look++) {
    const until = piece.from + (look / LOOKS) * (piece.until - piece.from);
    evaluate(piece, until, state);
    const before = piece.from + ((look - 1) / LOOKS) * (piece.until - piece.from);
    const found = exits
      .filter(({ value }) => value(state) > 0)
      .map(({ value, next }) => {
        let [inside, outside] = [before, until];
        for (let halving = 0; halving < 60; halving++) {
          const middle = (inside + outside) / 2;
          if (value(evaluate(piece, middle, state)) > 0) outside = middle;
          else inside = middle;
        }
        return { time: outside, next };
      })
      .toSorted((a, b) => a.time - b.time);
    if (found[0]) return found[0];
  }
  return undefined;
}

/** Solves single steps by fixed-point iteration. */
class Solver {
  evaluations = 0;
  /** The field at the Gauss points, and its coefficients by Legendre's polynomials. */
  private readonly derivatives = new Float64Array(4 * STAGES);
  private readonly coefficients = new Float64Array(4 * STAGES);
  private readonly state = new Float64Array(4);
  private readonly derivative = new Float64Array(4);
  private readonly shares = new Float64Array(STAGES + 1);
  private readonly tables: Collocation;

  constructor(tables: Collocation) {
    this.tables = tables;
  }

  /**
   * @param before the step before in the same regime, whose polynomial goes on into this one
   * @returns the step's error as a multiple of what is allowed; Infinity where it has no solution
   */
  solve({ field }: Regime, start: Float64Array, length: number, before?: Piece): number {
    const { derivatives, derivative } = this;
    field(start, derivative);
    const size = sizeOf(start, length, derivative);
    if (before) this.extrapolate(before, length);
    else for (let i = 0; i < 4 * STAGES; i++) derivatives[i] = derivative[i % 4]!;
    let change = Infinity;
    for (let iteration = 0; length * change > SOLVED * size; iteration++) {
      const last = change;
      change = this.iterate(field, start, length);
      if (!(change < Infinity) || iteration === ITERATIONS) return Infinity;
      if (iteration < 3 || change < last / 2) continue;
      // Rounding alone is left, or it does not contract.
      if (length * change > ROUNDING * size) return Infinity;
      break;
    }
    this.transform();
    // What the polynomial leaves out is less than its last two terms.
    let last = 0;
    for (let i = 4 * (STAGES - 2); i < 4 * STAGES; i++) {
      last = Math.max(last, Math.abs(this.coefficients[i]!));
    }
    return (length * last) / (2 * STAGES * TOLERANCE * size);
  }

  piece(from: number, start: Float64Array, length: number): Piece {
    const coefficients = this.coefficients.slice();
    const { shares } = this;
    return { from, length, until: from + length, start: start.slice(), coefficients, shares };
  }

  /** The derivative of the piece before at the points of this step. */
  private extrapolate({ from, length, until, coefficients }: Piece, own: number): void {
    this.tables.points.forEach((point, at) => {
      const values = legendre((2 * (until - from + point * own)) / length - 1);
      for (let i = 0; i < 4; i++) {
        let sum = 0;
        for (let k = 0; k < STAGES; k++) sum += values[k]! * coefficients[4 * k + i]!;
        this.derivatives[4 * at + i] = sum;
      }
    });
  }

  /** Takes every point once; those that come later see those before them. */
  private iterate(field: Regime['field'], start: Float64Array, length: number): number {
    const { derivatives, derivative, state, tables } = this;
    const { stages } = tables;
    let change = 0;
    for (let point = 0; point < STAGES; point++) {
      let [phi1, phi2, theta1, theta2] = [0, 0, 0, 0];
      for (let j = 0; j < STAGES; j++) {
        const share = stages[STAGES * point + j]!;
        phi1 += share * derivatives[4 * j]!;
        phi2 += share * derivatives[4 * j + 1]!;
        theta1 += share * derivatives[4 * j + 2]!;
        theta2 += share * derivatives[4 * j + 3]!;
      }
      state[0] = start[0]! + length * phi1;
      state[1] = start[1]! + length * phi2;
      state[2] = start[2]! + length * theta1;
      state[3] = start[3]! + length * theta2;
      field(state, derivative);
      for (let i = 0; i < 4; i++) {
        const difference = Math.abs(derivative[i]! - derivatives[4 * point + i]!);
        if (!(difference <= change)) change = difference;
        derivatives[4 * point + i] = derivative[i]!;
      }
    }
    this.evaluations += STAGES;
    return change;
  }

  private transform(): void {
    const shares = this.tables.coefficients;
    this.coefficients.fill(0);
    for (let k = 0; k < STAGES; k++) {
      for (let j = 0; j < STAGES; j++) {
        const share = shares[STAGES * k + j]!;
        for (let i = 0; i < 4; i++) {
          this.coefficients[4 * k + i]! += share * this.derivatives[4 * j + i]!;
        }
      }
    }
  }
}

/** What errors of a step are relative to; a state at rest at 0 has the length of its way. */
function sizeOf(state: Float64Array, length: number, derivative: Float64Array): number {
  const size = largest(state);
  return size > 0 ? size : Math.max(length * largest(derivative), 1e-300);
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
