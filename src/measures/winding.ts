/** Angles around 0. Twin of shaders/observation/winding.wgsl. */

/** 1 where a segment crosses the negative x-axis counter-clockwise, -1 the other way, else 0. */
export function crossing(fromX: number, fromY: number, toX: number, toY: number): number {
  const cross = fromX * toY - fromY * toX;
  if (toY < 0) return cross > 0 ? 1 : 0;
  return cross < 0 ? -1 : 0;
}
