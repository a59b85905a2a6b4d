import { ticks } from 'd3-array';
import type { Experiment } from '../experiment/experiment.ts';
import { isParameterAxis, isSlice, mapPlane, valueAt } from '../experiment/plane.ts';
import { contoursOf } from '../experiment/theory/contours.ts';
import { THEORY_LINES, type TheoryLine } from '../experiment/theory/theory-line.ts';
import { fill } from '../models/message.ts';
import { leadingOn } from './local-theory.ts';

/** Cells along an axis. */
const CELLS = 32;

/** About so many lines: more would hide the map. */
const LEVELS = 6;

/** Lines along which deviations from the equilibrium decay or grow by the same rate, to first order. */
export function isoLinesOf(experiment: Experiment): readonly TheoryLine[] {
  const { x: xAxis, y: yAxis } = mapPlane(experiment);
  const leadingAt = leadingOn(experiment);
  if (isSlice(mapPlane(experiment)) || !leadingAt(0.5, 0.5)) return [];
  const columns = isParameterAxis(xAxis) ? CELLS : 1;
  const rows = isParameterAxis(yAxis) ? CELLS : 1;
  const rates = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i) => {
    const [column, row] = [i % (columns + 1), Math.floor(i / (columns + 1))];
    return leadingAt(column / columns, row / rows)?.rate ?? Number.NaN;
  }).filter((rate) => Number.isFinite(rate));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  // The line of 0 is that of stability.
  const levels = ticks(least, most, LEVELS).filter((level) => level !== 0);
  return levels.flatMap((level) => {
    const isAbove = (x: number, y: number) => {
      const leading = leadingAt(x, y);
      return leading && leading.rate > level;
    };
    const found = contoursOf(isAbove, { columns, rows }, () => 'rate').get('rate') ?? [];
    const lines = found.map((line) =>
      line.map(([x, y]) => [valueAt(xAxis, x), valueAt(yAxis, y)] as const),
    );
    const label = fill(THEORY_LINES.rate, { rate: level });
    return lines.length > 0 ? [{ kind: 'rate' as const, label, lines }] : [];
  });
}
