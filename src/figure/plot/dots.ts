import { numeral } from '../svg.ts';
import { isInside } from '../pane-geometry.ts';
import type { Rectangle } from '../rectangle.ts';

/** Dots in one cell of this side, in pixels, are one: more show nothing more. */
const FINEST = 0.5;

/** A stroke of no length shows its round ends; some renderers need a length that is not 0. */
const DOT = 'h.01';

/**
 * Points x, y, x, y, … as path data of separate strokes, each of `dash` pixels across its point; by
 * default a dot, where the line's ends are round. Points beyond the rectangle, or not finite, are
 * left out.
 */
export function dotsOf(points: ArrayLike<number>, box: Rectangle, dash = 0): string {
  const stroke = dash > 0 ? `h${numeral(dash)}` : DOT;
  const drawn = new Map<string, string>();
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    if (!isInside(box, x, y)) continue;
    const cell = `${Math.floor(x / FINEST)},${Math.floor(y / FINEST)}`;
    if (!drawn.has(cell)) drawn.set(cell, `M${numeral(x - dash / 2)} ${numeral(y)}${stroke}`);
  }
  return [...drawn.values()].join('');
}
