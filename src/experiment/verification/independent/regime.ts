/** A smooth part of a flow, and where it ends. */

/** Writes the derivative of a state into `out`. */
export type Derivative = (state: Float64Array, out: Float64Array) => void;

export interface Exit {
  /** Positive where the regime has ended. */
  value(state: Float64Array): number;
  /** What comes after; may move the state onto a boundary that it has just passed. */
  next(state: Float64Array): Regime;
}

export interface Regime {
  readonly field: Derivative;
  readonly exits: readonly Exit[];
}

export function smooth(field: Derivative): Regime {
  return { field, exits: [] };
}

/** A surface on which a field jumps. */
export interface Jump {
  /** 0 on the surface. */
  surface(state: Float64Array): number;
  /** The gradient of `surface`, in `out`. */
  gradient(state: Float64Array, out: Float64Array): void;
  /** The field where `surface` is positive, continued to the other side, and the reverse. */
  readonly above: Derivative;
  readonly below: Derivative;
}

/**
 * Where one side's field is below this share of the other's the path has come to rest on that side,
 * and the last error of a step has taken it to the surface: a path that decays to it never crosses.
 */
const AT_REST = 1e-7;

const RESTING: Regime = smooth((_, out) => {
  out.fill(0);
});

/**
 * The regime of a start beside a jump. Where both sides drive the state onto the surface it slides
 * along it, by the mean of both fields that stays on it (Filippov 1988).
 */
export function jumping(jump: Jump, start: Float64Array): Regime {
  const { surface } = jump;
  const [gradient, one, other] = [0, 1, 2].map(() => new Float64Array(4)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  /** d surface / dt under one side's field. */
  const drift = (field: Derivative, state: Float64Array) => {
    jump.gradient(state, gradient);
    field(state, one);
    return gradient.reduce((sum, g, i) => sum + g * one[i]!, 0);
  };
  const side = (field: Derivative, sign: 1 | -1): Regime => ({
    field,
    exits: [{ value: (state) => -sign * surface(state), next: (state) => at(state) }],
  });
  const slide: Derivative = (state, out) => {
    const [rise, fall] = [drift(jump.below, state), -drift(jump.above, state)];
    jump.above(state, one);
    jump.below(state, other);
    const share = rise + fall > 0 ? rise / (rise + fall) : 0.5;
    for (let i = 0; i < 4; i++) out[i] = share * one[i]! + (1 - share) * other[i]!;
  };
  const above = side(jump.above, 1);
  const below = side(jump.below, -1);
  const sliding: Regime = {
    field: slide,
    exits: [
      { value: (state) => drift(jump.above, state), next: () => above },
      { value: (state) => -drift(jump.below, state), next: () => below },
    ],
  };
  /** The length of one side's field. */
  const speed = (field: Derivative, state: Float64Array) => {
    field(state, one);
    return Math.hypot(...one);
  };
  const at = (state: Float64Array): Regime => {
    const speeds = [speed(jump.above, state), speed(jump.below, state)];
    if (Math.min(...speeds) <= AT_REST * Math.max(...speeds)) return RESTING;
    const [up, down] = [drift(jump.above, state) > 0, drift(jump.below, state) < 0];
    if (up && down) return surface(state) >= 0 ? above : below;
    if (up) return above;
    return down ? below : sliding;
  };
  const where = surface(start);
  if (where === 0) return at(start);
  return where > 0 ? above : below;
}

/** The least and largest values of a state's components. */
export interface Box {
  readonly least: ArrayLike<number>;
  readonly most: ArrayLike<number>;
}

/** The regime of a start in a box: a component that a wall holds stays there until the field turns. */
export function boxed(free: Derivative, { least, most }: Box, start: Float64Array): Regime {
  const derivative = new Float64Array(4);
  const outward = (state: Float64Array, i: number, wall: -1 | 1) => {
    free(state, derivative);
    return wall * derivative[i]!;
  };
  const holding = (walls: readonly (-1 | 0 | 1)[]): Regime => {
    const change = (i: number, wall: -1 | 0 | 1) =>
      holding(walls.map((old, k) => (k === i ? wall : old)));
    return {
      field: (state, out) => {
        free(state, out);
        walls.forEach((wall, i) => {
          if (wall !== 0) out[i] = 0;
        });
      },
      exits: walls.flatMap((wall, i): Exit[] => {
        if (wall !== 0) {
          return [{ value: (state) => -outward(state, i, wall), next: () => change(i, 0) }];
        }
        return ([-1, 1] as const).map((side): Exit => {
          const place = side < 0 ? least[i]! : most[i]!;
          return {
            value: (state) => side * (state[i]! - place),
            next: (state) => {
              state[i] = place;
              return change(i, outward(state, i, side) > 0 ? side : 0);
            },
          };
        });
      }),
    };
  };
  for (let i = 0; i < 4; i++) start[i] = Math.min(most[i]!, Math.max(least[i]!, start[i]!));
  const walls = Array.from(start, (x, i): -1 | 0 | 1 => {
    const side = x >= most[i]! ? 1 : x <= least[i]! ? -1 : 0;
    return side !== 0 && outward(start, i, side) > 0 ? side : 0;
  });
  return holding(walls);
}
