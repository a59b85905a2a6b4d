/**
 * Witnesses of a game: its field against numeric gradients of its losses, and its Jacobian against
 * differences of its field, which know nothing of symbolic derivatives.
 */
import { COMPONENTS, type Component, type State } from '../models/state.ts';
import type { Values } from '../models/parameter.ts';
import type { CompiledGame } from './compiled-game.ts';
import { playerOf, type Tape } from './tape.ts';

/** What was compared at a state and is not the same. */
export interface Contradiction {
  readonly what: 'field' | 'jacobian';
  /** Of the field; of the Jacobian its row. */
  readonly component: Component;
  readonly state: State;
  readonly got: number;
  /** By differences. */
  readonly expected: number;
}

export interface Testimony {
  /** How many states there were numbers at: elsewhere losses or field are not finite. */
  readonly states: number;
  /** Of how many. */
  readonly asked: number;
  /** Whether there are losses: of a field alone only the Jacobian is compared. */
  readonly hasLosses: boolean;
  /** The largest relative difference, where nothing contradicts. */
  readonly largest: number;
  readonly contradiction?: Contradiction;
}

const STATES = 32;

/** States are in this distance of the target in each component. */
const REACH = 2;

/**
 * Differences over these lengths, of order 4: the first err by about 1e-9 of a fifth derivative, the
 * last by 1e-11 of the function's rounding. The nearest one counts, as a kink may lie within a longer.
 */
const LENGTHS = [2 ** -6, 2 ** -9, 2 ** -12, 2 ** -15];

/** Far above what the best of these lengths errs by, far below any wrong derivative. */
const TOLERANCE = 1e-6;

type Vector = readonly number[];

/** @param values of the parameters, by name */
export function testify(game: CompiledGame, values: Values): Testimony {
  const field = functionOf(game.field, values);
  const jvp = functionOf(game.jvp, values);
  const { lossD, lossG } = game;
  const losses = lossD && lossG && [lossD, lossG].map((tape) => functionOf(tape, values));
  const common = { asked: STATES, hasLosses: losses !== undefined };
  let [states, largest] = [0, 0];
  for (let index = 0; index < STATES; index++) {
    const state = stateOf(index);
    const derivative = field(state);
    const columns = COMPONENTS.map((_, i) => jvp([...state, ...unit(i)]));
    if (![derivative, ...columns].every((numbers) => numbers.every(Number.isFinite))) continue;
    states += 1;
    for (let i = 0; i < 4; i++) {
      const loss = losses?.[i < 2 ? 0 : 1];
      const compared = [
        ...(loss ? [{ what: 'field', got: [-derivative[i]!], from: loss } as const] : []),
        { what: 'jacobian', got: columns[i]!, from: field } as const,
      ];
      for (const { what, got, from } of compared) {
        const expected = slopesOf(from, state, i, got);
        const sizes = from(state).map((x, row) => 1 + Math.abs(x) + Math.abs(got[row]!));
        const differences = expected.map((x, row) => Math.abs(x - got[row]!) / sizes[row]!);
        const row = differences.findIndex((difference) => !(difference <= TOLERANCE));
        largest = Math.max(largest, ...differences);
        if (row < 0) continue;
        const sign = what === 'field' ? -1 : 1;
        const contradiction = {
          what,
          component: COMPONENTS[what === 'field' ? i : row]!,
          state: placed(game, state),
          got: sign * got[row]!,
          expected: sign * expected[row]!,
        };
        return { ...common, states, largest, contradiction };
      }
    }
  }
  return { ...common, states, largest };
}

/** The slopes of a function along a component by differences: of each number the nearest to `got`. */
function slopesOf(
  of: (state: Vector) => Vector,
  state: Vector,
  component: number,
  got: Vector,
): Vector {
  const moved = (by: number) => of(state.map((x, i) => (i === component ? x + by : x)));
  const slopes = LENGTHS.map((h) => {
    const [more, less, far, back] = [h, -h, 2 * h, -2 * h].map(moved) as [
      Vector,
      Vector,
      Vector,
      Vector,
    ];
    return got.map(
      (_, row) => (8 * (more[row]! - less[row]!) - (far[row]! - back[row]!)) / (12 * h),
    );
  });
  return got.map((x, row) =>
    slopes
      .map((slope) => slope[row]!)
      .filter(Number.isFinite)
      .reduce((best, slope) => (Math.abs(slope - x) < Math.abs(best - x) ? slope : best), Infinity),
  );
}

function functionOf(tape: Tape, values: Values): (inputs: Vector) => Vector {
  const { registers, outputs, run } = playerOf(tape, values);
  return (inputs) => {
    registers.set(inputs);
    run();
    return outputs.map((output) => registers[output]!);
  };
}

function unit(index: number): Vector {
  return COMPONENTS.map((_, i) => (i === index ? 1 : 0));
}

/** A point of Halton's sequence: the same states every time, and no four of them on a lattice. */
function stateOf(index: number): Vector {
  return [2, 3, 5, 7].map((base) => {
    let [value, part, rest] = [0, 1 / base, index + 20];
    while (rest > 0) {
      value += part * (rest % base);
      rest = Math.floor(rest / base);
      part /= base;
    }
    return REACH * (2 * value - 1);
  });
}

/** A state that is counted from the target, as people write it. */
function placed({ source: { target } }: CompiledGame, state: Vector): State {
  return state.map((x, i) => x + (target?.[i] ?? 0)) as unknown as State;
}
