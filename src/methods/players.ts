import type { Point } from './method.ts';

/** Adds `h slope` to the discriminator's part of a point: phi, and phi's part of the tangent. */
export function moveDiscriminator(point: Point, h: number, slope: Point): void {
  for (let i = 0; i < point.length; i += 4) {
    point[i] = point[i]! + h * slope[i]!;
    point[i + 1] = point[i + 1]! + h * slope[i + 1]!;
  }
}

/** Adds `h slope` to the generator's part of a point: theta, and theta's part of the tangent. */
export function moveGenerator(point: Point, h: number, slope: Point): void {
  for (let i = 2; i < point.length; i += 4) {
    point[i] = point[i]! + h * slope[i]!;
    point[i + 1] = point[i + 1]! + h * slope[i + 1]!;
  }
}
