import { TOLERANCES } from './tolerances.ts';

/** Whether a state is finite and within every bound. */
export function isBounded(s: Float64Array): boolean {
  return (
    isWithinBound(s[0]!) && isWithinBound(s[1]!) && isWithinBound(s[2]!) && isWithinBound(s[3]!)
  );
}

/** Whether a component is finite and within its bound. */
export function isWithinBound(component: number): boolean {
  return Math.abs(component) < TOLERANCES.bound;
}
