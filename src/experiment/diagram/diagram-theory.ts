import { declareMessages, type Message } from '../../models/message.ts';
import type { TheoryLine } from '../theory/theory-line.ts';

/** What small deviations do: decay, neither, or grow. */
export type CurveStability = 'stable' | 'neutral' | 'unstable';

/** Where equilibria or circles lie on a diagram, as far as they are of one stability. */
export interface TheoryCurve {
  readonly kind: 'equilibrium' | 'circle';
  readonly label: Message;
  readonly stability: CurveStability;
  /** Each a polyline of points in the axes' coordinates. */
  readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
}

/** What theory knows of a diagram. */
export interface DiagramTheory {
  readonly curves: readonly TheoryCurve[];
  /** Where the local theory at the target changes: lines from the lowest to the highest value. */
  readonly bifurcations: readonly TheoryLine[];
}

export const NO_THEORY: DiagramTheory = { curves: [], bifurcations: [] };

export const THEORY_CURVES = declareMessages('theory.curve', {
  equilibrium: 'equilibrium',
  circle: 'circle',
});
