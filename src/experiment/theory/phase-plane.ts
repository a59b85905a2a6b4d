import type { Component } from '../../models/state.ts';
import type { Equilibrium } from '../equilibrium/kind.ts';

/** What is drawn over a phase plane; each has a switch of this name. */
export const PHASE_PLANE_TOOLS = ['vectors', 'nullclines', 'separatrices'] as const;

/** A point in the values of a slice's axes. */
export type SlicePoint = readonly [x: number, y: number];

/** Where one component of the slice does not change. */
export interface Nullcline {
  readonly component: Component;
  readonly lines: readonly (readonly SlicePoint[])[];
}

/** A branch of an invariant manifold of a saddle, from the saddle on. */
export interface Separatrix {
  /** Stable: what lies on it goes to the saddle; unstable: what lies on it came from there. */
  readonly kind: 'stable' | 'unstable';
  readonly line: readonly SlicePoint[];
}

/** The field at a point of the slice, in the values of its axes per unit of time. */
export interface FieldVector {
  readonly at: SlicePoint;
  readonly rate: SlicePoint;
}

/** The vector field on a slice by what can be drawn of it. */
export interface PhasePlane {
  readonly vectors: readonly FieldVector[];
  readonly nullclines: readonly Nullcline[];
  readonly separatrices: readonly Separatrix[];
}

/** What is marked on a phase plane. */
export interface PhasePortrait {
  readonly equilibria: readonly Equilibrium[];
  readonly phasePlane: PhasePlane;
}
