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
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i]!, points[i + 1]!];
    const isLast = i + 3 >= points.length || !Number.isFinite(points[i + 2]! + points[i + 3]!);
    if (!isLast && Math.abs(x - fromX) + Math.abs(y - fromY) < FINEST) continue;
    const inside = part(fromX, fromY, x, y, box);
    if (inside) {
      const [ax, ay, bx, by] = inside;
      if (ax !== endX || ay !== endY) {
        if (result.length > 0) result.push(NaN, NaN);
        result.push(ax, ay);
      }
      result.push(bx, by);
      [endX, endY] = [bx, by];
    }
    [fromX, fromY] = [x, y];
  }
  return result;
}

/** The part of a segment inside the rectangle (Liang and Barsky 1984). */
function part(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { x, y, width, height }: Rectangle,
): readonly [number, number, number, number] | undefined {
  const [dx, dy] = [bx - ax, by - ay];
  if (!Number.isFinite(dx) || !Number.isFinite(dy)) return undefined;
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - x],
    [dx, x + width - ax],
    [-dy, ay - y],
    [dy, y + height - ay],
  ] as const) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  if (enter > leave) return undefined;
  const start = enter === 0 ? ([ax, ay] as const) : ([ax + enter * dx, ay + enter * dy] as const);
  const end = leave === 1 ? ([bx, by] as const) : ([ax + leave * dx, ay + leave * dy] as const);
  return [...start, ...end];
}
