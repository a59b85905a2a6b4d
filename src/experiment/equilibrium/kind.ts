import type { State } from '../../models/state.ts';

export const EQUILIBRIUM_KINDS = ['sink', 'source', 'saddle', 'centre', 'degenerate'] as const;

export type EquilibriumKind = (typeof EQUILIBRIUM_KINDS)[number];

/** What an experiment does to first order at one of its equilibria. */
export interface Equilibrium {
  readonly state: State;
  /** Eigenvalues of a flow's Jacobian, or multipliers of one step of a rule. */
  readonly eigenvalues: readonly { readonly re: number; readonly im: number }[];
  readonly kind: EquilibriumKind;
}
