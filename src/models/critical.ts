import type { Values } from './parameter.ts';

/**
 * Where critical damping lies: below this value a start near the equilibrium spirals, above it decays
 * without turning, and the slowest part of it decays fastest at the value itself.
 */
export interface Critical {
  /** Name of the parameter. */
  readonly parameter: string;
  /** Not negative; may lie beyond the greatest value that the parameter's control offers. */
  readonly value: number;
}

/**
 * The damping delta at which the eigenvalues of `phi' = -rateD (alpha theta + delta phi)`,
 * `theta' = rateG beta phi` meet; `coupling` is alpha beta > 0. They solve
 * `x^2 + rateD delta x + rateD rateG alpha beta = 0`.
 */
function criticalDamping(values: Values, coupling: number): number {
  return 2 * Math.sqrt((coupling * Number(values['rateG'])) / Number(values['rateD']));
}

/** Where L2 is the only damping. None for a saddle, or where a player stands still to first order. */
export function criticalL2(values: Values, coupling: number): Critical | undefined {
  return coupling > 0 ? { parameter: 'l2', value: criticalDamping(values, coupling) } : undefined;
}

/** Where a penalty pulls phi by `2 parameter phi` beside L2. None where L2 alone is beyond it. */
export function criticalPenalty(values: Values, parameter: string): Critical | undefined {
  const value = (criticalDamping(values, 1) - Number(values['l2'])) / 2;
  return value >= 0 ? { parameter, value } : undefined;
}
