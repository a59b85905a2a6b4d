/**
 * A line of points x, y, x, y, … with x that never falls, thinned to what columns of one pixel show:
 * of the points in a column the lowest and the highest stay, in their order. Points that are not
 * finite stay.
 */
export function thinned(points: ArrayLike<number>): number[] {
  const result: number[] = [];
  // NaN equals nothing: a point that is not finite is a column of its own.
  const columnOf = (i: number) => (Number.isFinite(points[i + 1]) ? Math.floor(points[i]!) : NaN);
  for (let start = 0, end = 0; start + 1 < points.length; start = end) {
    const column = columnOf(start);
    let [lowest, highest] = [start, start];
    for (end = start + 2; end + 1 < points.length && columnOf(end) === column; end += 2) {
      if (points[end + 1]! < points[lowest + 1]!) lowest = end;
      if (points[end + 1]! > points[highest + 1]!) highest = end;
    }
    const [first, second] = [Math.min(lowest, highest), Math.max(lowest, highest)];
    result.push(points[first]!, points[first + 1]!);
    if (second !== first) result.push(points[second]!, points[second + 1]!);
  }
  return result;
}
