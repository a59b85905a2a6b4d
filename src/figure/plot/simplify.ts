/** How far a line may go past a corner that is left out, in pixels: less than any screen or print shows. */
const TOLERANCE = 0.05;

/**
 * A line of points x, y, x, y, … without the corners that it nearly goes through anyway: each that is left
 * out lies within the tolerance of the line (Sklansky and Gonzalez 1980, in one pass and by angles). Points
 * that are not finite stay, and part the line.
 */
export function simplifyLine(points: readonly number[], tolerance = TOLERANCE): number[] {
  const result: number[] = [];
  let anchorX = NaN;
  let anchorY = NaN;
  // The directions from the anchor that pass all corners since it: `spread` to both sides of `middle`.
  let [middle, spread, farthest] = [0, Math.PI, 0];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const distance = Math.hypot(x - anchorX, y - anchorY);
    if (Number.isNaN(distance)) {
      // The corner before a gap ends its line.
      if (i > 0 && !Number.isFinite(x + y)) keepLast(result, points, i - 2);
      result.push(x, y);
      [anchorX, anchorY, middle, spread, farthest] = [x, y, 0, Math.PI, 0];
      continue;
    }
    const direction = Math.atan2(y - anchorY, x - anchorX);
    const isPassing = distance >= farthest && Math.abs(turn(middle, direction)) <= spread;
    if (!isPassing) {
      anchorX = points[i - 2]!;
      anchorY = points[i - 1]!;
      result.push(anchorX, anchorY);
      [spread, farthest] = [Math.PI, 0];
      i -= 2; // Once more, from the new anchor.
      continue;
    }
    farthest = distance;
    if (distance <= tolerance) continue;
    const width = Math.asin(tolerance / distance);
    const apart = turn(middle, direction);
    const low = Math.max(-spread, apart - width);
    const high = Math.min(spread, apart + width);
    middle += (low + high) / 2;
    spread = (high - low) / 2;
  }
  keepLast(result, points, points.length - 2);
  return result;
}

/** Adds a corner that is not the last that was kept. */
function keepLast(result: number[], points: readonly number[], i: number): void {
  const [x, y] = [points[i]!, points[i + 1]!];
  if (Number.isFinite(x + y) && (x !== result.at(-2) || y !== result.at(-1))) result.push(x, y);
}

/** From one angle to another, the shorter way. */
function turn(from: number, to: number): number {
  const angle = to - from;
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}
