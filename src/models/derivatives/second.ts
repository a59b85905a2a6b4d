/** Second derivatives that fields of several models are made of. */
import { norm, reciprocalOrZero } from '../norms.ts';
import { logit, logitJvp, type StateArray } from '../state.ts';

/** The first two derivatives of a drive a(u). */
export type Slopes = readonly [first: number, second: number];

/** Of `phi' = -a(u) theta`, `theta' = b(u) phi`. @param drives their slopes at u */
export function secondOfDrives(
  drives: (u: number) => readonly [a: Slopes, b: Slopes],
): (s: StateArray, t: StateArray, r: StateArray, out: StateArray) => void {
  return (s, t, r, out) => {
    const [[a1, a2], [b1, b2]] = drives(logit(s));
    const [alongT, alongR] = [logitJvp(s, t), logitJvp(s, r)];
    const both = alongT * alongR;
    // u is bilinear: its second derivative along t and r.
    const mixed = t[0]! * r[2]! + t[1]! * r[3]! + r[0]! * t[2]! + r[1]! * t[3]!;
    const [a, b] = [a2 * both + a1 * mixed, b2 * both + b1 * mixed];
    for (let i = 0; i < 2; i++) {
      out[i] = -a * s[i + 2]! - a1 * (alongT * r[i + 2]! + alongR * t[i + 2]!);
      out[i + 2] = b * s[i]! + b1 * (alongT * r[i]! + alongR * t[i]!);
    }
  };
}

/** Components of three vectors along one of them and across it. */
export interface Polar {
  /** 1 / length of the one, 0 where that is no number. */
  readonly inverse: number;
  /** Its direction. */
  readonly n1: number;
  readonly n2: number;
  readonly alongT: number;
  readonly acrossT: number;
  readonly alongR: number;
  readonly acrossR: number;
}

/** t and r by the direction of s, all of the player whose components begin at `offset`. */
export function polarOf(s: StateArray, t: StateArray, r: StateArray, offset: 0 | 2): Polar {
  const [x, y] = [s[offset]!, s[offset + 1]!];
  const inverse = reciprocalOrZero(norm(x, y));
  const [n1, n2] = [x * inverse, y * inverse];
  return {
    inverse,
    n1,
    n2,
    alongT: n1 * t[offset]! + n2 * t[offset + 1]!,
    acrossT: n1 * t[offset + 1]! - n2 * t[offset]!,
    alongR: n1 * r[offset]! + n2 * r[offset + 1]!,
    acrossR: n1 * r[offset + 1]! - n2 * r[offset]!,
  };
}

/** `out = along n + across (n turned by a quarter)`, for phi; theta's part is 0. */
export function fromPolar({ n1, n2 }: Polar, along: number, across: number, out: StateArray): void {
  out[0] = along * n1 - across * n2;
  out[1] = along * n2 + across * n1;
  out[2] = 0;
  out[3] = 0;
}
