/**
 * An independent witness of trajectories: the fields written once more from their formulas, and
 * integrated by extrapolation (Gragg 1965, Bulirsch and Stoer 1966), which shares nothing with the
 * methods of src/. Its own error is what halving the step changes.
 */

type Field = (s: readonly number[]) => number[];

const dot = (a: number, b: number, c: number, d: number) => a * c + b * d;

/** (phi', theta') of the article's figures. */
export const FIELDS: Readonly<Record<string, Field>> = {
  'ns-gan': ([p, q, x, y]) => {
    const falls = 1 / (1 + Math.exp(-dot(p!, q!, x!, y!)));
    return [-falls * x!, -falls * y!, (1 - falls) * p!, (1 - falls) * q!];
  },
  wgan: ([p, q, x, y]) => {
    const [size, u] = [Math.hypot(p!, q!), dot(p!, q!, x!, y!)];
    return [
      -x! / size + (u * p!) / size ** 3,
      -y! / size + (u * q!) / size ** 3,
      p! / size,
      q! / size,
    ];
  },
  'wgan-gp c=0': ([p, q, x, y]) => [-x! - 0.2 * p!, -y! - 0.2 * q!, p!, q!],
  'wgan-gp c=1': ([p, q, x, y]) => {
    const pull = 0.2 * (1 - 1 / Math.hypot(p!, q!));
    return [-x! - pull * p!, -y! - pull * q!, p!, q!];
  },
  'wgan-div': ([p, q, x, y]) => {
    const pull = 12 * (p! * p! + q! * q!) ** 2;
    return [-x! - pull * p!, -y! - pull * q!, p!, q!];
  },
  'gan-qp': ([p, q, x, y]) => {
    const push = 1 + dot(p!, q!, x!, y!) / Math.hypot(x!, y!);
    return [-push * x!, -push * y!, p!, q!];
  },
  'gan-qp l2=0.1': ([p, q, x, y]) => {
    const push = 1 + dot(p!, q!, x!, y!) / Math.hypot(x!, y!);
    return [-push * x! - 0.1 * p!, -push * y! - 0.1 * q!, p!, q!];
  },
};

/** Substeps of the columns that are extrapolated: order 16. */
const SEQUENCE = [2, 4, 6, 8, 10, 12, 14, 16];

/** States at `count` evenly spaced times from 0 to `horizon`, `steps` macro steps between two. */
export function exactTrajectory(
  field: Field,
  start: readonly number[],
  horizon: number,
  count: number,
  steps: number,
): number[][] {
  const h = horizon / (count - 1) / steps;
  const states = [[...start]];
  for (let i = 1; i < count; i++) {
    let s = states[i - 1]!;
    for (let k = 0; k < steps; k++) s = extrapolated(field, s, h);
    states.push(s);
  }
  return states;
}

/** Neville's scheme in h^2 over modified midpoint steps. */
function extrapolated(field: Field, s: readonly number[], h: number): number[] {
  const table: number[][] = [];
  for (const [row, n] of SEQUENCE.entries()) {
    let previous = midpoint(field, s, h, n);
    const next = [previous];
    for (let column = 1; column <= row; column++) {
      const factor = (n / SEQUENCE[row - column]!) ** 2 - 1;
      const above = table[column - 1]!;
      previous = previous.map((value, i) => value + (value - above[i]!) / factor);
      next.push(previous);
    }
    table.splice(0, table.length, ...next);
  }
  return table.at(-1)!;
}

/** Gragg's modified midpoint method with n substeps and his smoothing at the end. */
function midpoint(field: Field, s: readonly number[], H: number, n: number): number[] {
  const h = H / n;
  const add = (a: readonly number[], b: readonly number[], factor: number) =>
    a.map((value, i) => value + factor * b[i]!);
  let before: readonly number[] = s;
  let now = add(s, field(s), h);
  for (let i = 1; i < n; i++) [before, now] = [now, add(before, field(now), 2 * h)];
  return add(add(before, now, 1), field(now), h).map((value) => value / 2);
}
