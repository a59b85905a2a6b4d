/** Nullclines: where one component of a slice does not change. */
import type { Experiment } from '../../experiment/experiment.ts';
import type { Nullcline, SlicePoint } from '../../experiment/theory/phase-plane.ts';
import { sliceFieldOf } from './slice-field.ts';
import { CELLS, zeroLines, type UnitPoint } from './zero-lines.ts';

/** How far beside a zero the field is looked at, in fractions of the viewport. */
const BESIDE = 1e-3 / CELLS;

/**
 * At a zero that bisection has found to 1e-11 of the viewport, of the field beside it: 1e-6 where the field is
 * smooth, 1e-3 for a square root, and 1 or more at a jump or a pole.
 */
const ZERO = 0.1;

/** So many times as far beside a zero the field is larger than here: twice for a cube root, three times for a square root. */
const FARTHER = 8;
const NEARER = 0.6;

/** The rate of a component that is nowhere more than this, of the largest there is, is 0 but for rounding. */
const ROUNDING = 1e-12;

/** Nodes along each side. */
const SIDE = CELLS + 1;

/** The rate of one component, from fractions of the viewport. */
type Rate = (right: number, up: number) => number;

/**
 * The nullclines of the slice's two components, exact to rounding where the field is smooth; no lines of a
 * component that nowhere changes. In an area where it does not change there are none either.
 */
export function nullclinesOf(experiment: Experiment): readonly Nullcline[] {
  const { x, y } = experiment.slice;
  const field = sliceFieldOf(experiment);
  const at = ([right, up]: UnitPoint): SlicePoint => [
    x.min + right * (x.max - x.min),
    y.min + up * (y.max - y.min),
  ];
  const rates = [0, 1].map(
    (index): Rate =>
      (right, up) =>
        field.rates(...at([right, up]))[index]!,
  );
  const nodes = onNodes((right, up) => field.rates(...at([right, up])));
  const largest = Math.max(...nodes.map(largestOf));
  return [x.component, y.component].map((component, i) => ({
    component,
    lines:
      largestOf(nodes[i]!) <= ROUNDING * largest
        ? []
        : [...crossingLines(rates[i]!, nodes[i]!), ...touchingLines(rates[i]!, nodes[i]!)].map(
            (line) => line.map(at),
          ),
  }));
}

/** Both rates at the corners of all cells. */
function onNodes(rates: (right: number, up: number) => Float64Array) {
  const nodes = [0, 1].map(() => new Float64Array(SIDE * SIDE));
  for (let i = 0; i < SIDE * SIDE; i++) {
    const both = rates((i % SIDE) / CELLS, Math.floor(i / SIDE) / CELLS);
    nodes.forEach((values, k) => (values[i] = both[k]!));
  }
  return nodes;
}

function largestOf(nodes: Float64Array): number {
  return nodes.reduce((most, value) => {
    const size = Math.abs(value);
    return size < Infinity && size > most ? size : most;
  }, 0);
}

/** Lines along which a rate changes its sign: no edge of an area, no jump, no pole. */
function crossingLines(rate: Rate, nodes: Float64Array) {
  return zeroLines(rate, nodes, (right, up) => {
    const values = around(rate, right, up, BESIDE);
    return Math.min(...values) < 0 && Math.max(...values) > 0 && isZero(rate, right, up, values);
  });
}

/** Lines on which a rate touches 0: minima or maxima across a line that goes more upwards, or to the right. */
function touchingLines(rate: Rate, nodes: Float64Array) {
  return ([true, false] as const).flatMap((isAcross) => {
    const [dx, dy] = isAcross ? [BESIDE, 0] : [0, BESIDE];
    const change: Rate = (right, up) => rate(right + dx, up + dy) - rate(right - dx, up - dy);
    return zeroLines(change, nearTouches(nodes, change, isAcross), (right, up) => {
      const isSteeper = Math.abs(rate(right + BESIDE, up)) > Math.abs(rate(right, up + BESIDE));
      return isSteeper === isAcross && isTouch(rate, right, up);
    });
  });
}

/** A change at the nodes around which the rate itself could touch 0; elsewhere what has no sign. */
function nearTouches(nodes: Float64Array, change: Rate, isAcross: boolean): Float64Array {
  const step = isAcross ? 1 : SIDE;
  return nodes.map((value, i) => {
    const place = isAcross ? i % SIDE : Math.floor(i / SIDE);
    const before = place > 0 ? nodes[i - step]! : Infinity * Math.sign(value);
    const after = place < CELLS ? nodes[i + step]! : Infinity * Math.sign(value);
    const size = Math.abs(value);
    const isLeast = size <= Math.abs(before) || size <= Math.abs(after);
    const hasOneSign = before * value >= 0 && after * value >= 0;
    if (!isLeast || !hasOneSign) return NaN;
    return change((i % SIDE) / CELLS, Math.floor(i / SIDE) / CELLS);
  });
}

/** The rate has one sign on both sides, and is 0 between. */
function isTouch(rate: Rate, right: number, up: number): boolean {
  const values = around(rate, right, up, BESIDE);
  const hasOneSign = values.every((value) => value >= 0) || values.every((value) => value <= 0);
  return (
    hasOneSign &&
    values.filter((value) => value !== 0).length >= 6 &&
    isZero(rate, right, up, values)
  );
}

/** The rate is 0 here, and the nearer to it the smaller: at a jump it is as large right beside it. */
function isZero(rate: Rate, right: number, up: number, beside: readonly number[]): boolean {
  const most = Math.max(...beside.map(Math.abs));
  const farther = Math.max(...around(rate, right, up, FARTHER * BESIDE).map(Math.abs));
  return Math.abs(rate(right, up)) <= ZERO * most && most <= NEARER * farther;
}

/** The rate at the eight neighbours of a place. */
function around(rate: Rate, right: number, up: number, distance: number): readonly number[] {
  return AROUND.map(([i, j]) => rate(right + i * distance, up + j * distance));
}

const AROUND: readonly UnitPoint[] = [
  [-1, -1],
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
];
