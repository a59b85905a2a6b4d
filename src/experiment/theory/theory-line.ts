import { declareMessages, type Message } from '../../models/message.ts';

/**
 * What changes across a line on a plane of parameters, at the equilibrium to first order; along a line of
 * equal `rate` a deviation decays by the same rate.
 */
export type TheoryKind = 'stability' | 'critical' | 'resonance' | 'rate';

/** Lines on a plane along which the local theory changes in one way. */
export interface TheoryLine {
  readonly kind: TheoryKind;
  readonly label: Message;
  /** Each a polyline of points in the axes' coordinates. */
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

/** Where a plane's points approach the equilibrium fastest, in the axes' coordinates. */
export interface Fastest {
  /** By the local theory; of a plane of two parameters. */
  readonly local?: readonly [number, number];
  /** By the measured rate. */
  readonly measured?: readonly [number, number];
}

/** What measurement says of the local theory. */
export interface TheoryEvidence {
  /** Cells along each side of the plane. */
  readonly side: number;
  /** Row by row from the lowest: 1 where theory and measurement disagree. */
  readonly cells: Uint8Array;
  /** The share of these cells. */
  readonly share: number;
  readonly fastest: Fastest;
}

/** What a picture draws of theory over a map. */
export interface ShownTheory {
  readonly lines: readonly TheoryLine[];
  readonly evidence?: TheoryEvidence;
}

/** Of a map that has none. */
export const NO_LINES: ShownTheory = { lines: [] };

/** How stability is lost or gained, and what else changes. */
export const THEORY_LINES = declareMessages('theory.line', {
  /** In a caption. */
  none: 'no theory lines: {reason}',
  hopf: 'Hopf',
  real: 'real eigenvalue 0',
  neimarkSacker: 'Neimark–Sacker',
  flip: 'flip',
  plusOne: 'multiplier +1',
  critical: 'critical damping',
  resonance3: 'resonance 1:3',
  resonance4: 'resonance 1:4',
  rate: 'rate {rate}',
  against: 'not as theory says: {share}',
  fastestLocal: 'fastest, local',
  fastestMeasured: 'fastest, measured',
});
