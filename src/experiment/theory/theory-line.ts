import { declareMessages, type Message } from '../../models/message.ts';

/** What changes across a line on a plane of parameters, at the equilibrium to first order. */
export type TheoryKind = 'stability' | 'critical' | 'resonance';

/** Lines on a plane along which the local theory changes in one way. */
export interface TheoryLine {
  readonly kind: TheoryKind;
  readonly label: Message;
  /** Each a polyline of points in the axes' coordinates. */
  readonly lines: readonly (readonly (readonly [number, number])[])[];
}

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
});
