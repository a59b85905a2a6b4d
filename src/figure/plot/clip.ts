import type { Rectangle } from '../rectangle.ts';

/** Corners nearer than this to the one before show nothing more, in pixels. */
const FINEST = 0.4;

/**
 * A line of points x, y, x, y, … as far as it lies in a rectangle, thinned to what can be seen.
 * Where it leaves, or where a point is not finite, a point of NaN parts it. Far away corners would
 * lose their places in the float32 of whoever draws them.
 */
export function clipLine(points: ArrayLike<number>, box: Rectangle): number[] {
  const result: number[] = [];
  let [fromX, fromY] = [NaN, NaN];
  let [endX, endY] = [NaN, NaN];
  // Lines are long, and drawn anew in every frame of a drag: nothing is allocated for a segment.
  const span: Span = { enter: 0, leave: 1 };
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const isLast = i + 3 >= points.length || !Number.isFinite(points[i + 2]! + points[i + 3]!);
    if (!isLast && Math.abs(x - fromX) + Math.abs(y - fromY) < FINEST) continue;
    if (findSpan(span, fromX, fromY, x, y, box)) {
      const { enter, leave } = span;
      const beginX = enter === 0 ? fromX : fromX + enter * (x - fromX);
      const beginY = enter === 0 ? fromY : fromY + enter * (y - fromY);
      if (beginX !== endX || beginY !== endY) {
        if (result.length > 0) result.push(NaN, NaN);
        result.push(beginX, beginY);
      }
      endX = leave === 1 ? x : fromX + leave * (x - fromX);
      endY = leave === 1 ? y : fromY + leave * (y - fromY);
      result.push(endX, endY);
    }
    fromX = x;
    fromY = y;
  }
  return result;
}

/** The part of a segment inside a rectangle, by shares of the segment's length. */
interface Span {
  enter: number;
  leave: number;
}

/**
 * By Liang and Barsky (1984).
 * @returns whether there is such a part; then it is in `span`
 */
function findSpan(
  span: Span,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { x, y, width, height }: Rectangle,
): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return false;
  span.enter = 0;
  span.leave = 1;
  narrow(span, -dx, ax - x);
  narrow(span, dx, x + width - ax);
  narrow(span, -dy, ay - y);
  narrow(span, dy, y + height - ay);
  return span.enter <= span.leave;
}

/** To one side of an edge: `step` is how far a segment goes towards it, `room` its distance at first. */
function narrow(span: Span, step: number, room: number): void {
  if (step === 0 && room < 0) span.enter = Infinity;
  if (step < 0) span.enter = Math.max(span.enter, room / step);
  if (step > 0) span.leave = Math.min(span.leave, room / step);
}
