import { TOLERANCES } from './tolerances.ts';

/** Whether a state is finite and within every bound. */
export function isBounded(s: Float64Array): boolean {
  return areWithinBound(s[0]!, s[1]!, s[2]!, s[3]!);
}

/** Whether the four components of a state are finite and within their bound. */
export function areWithinBound(
  phi1: number,
  phi2: number,
  theta1: number,
  theta2: number,
): boolean {
  return (
    isWithinBound(phi1) && isWithinBound(phi2) && isWithinBound(theta1) && isWithinBound(theta2)
  );
}

function isWithinBound(component: number): boolean {
  return Math.abs(component) < TOLERANCES.bound;
}
