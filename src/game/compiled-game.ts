import type { Formula } from '../models/model.ts';
import type { NumberParameter } from '../models/parameter.ts';
import type { GameSource } from './game-source.ts';
import type { Tape } from './tape.ts';

/**
 * A game of one's own, compiled: plain data, so that it travels to workers, and whoever computes with it
 * needs no compiler. States are counted from its target.
 */
export interface CompiledGame {
  readonly source: GameSource;
  /** Equal for games whose WGSL is the same, and for few others. */
  readonly hash: string;
  readonly parameters: readonly NumberParameter[];
  readonly formula: Formula;
  /** Absent where the game is a field alone. */
  readonly lossD?: Tape;
  readonly lossG?: Tape;
  /** Of a state: its derivative. */
  readonly field: Tape;
  /** Of a state and a tangent at it: the derivative of `field`. */
  readonly jvp: Tape;
  /** Of a state and two tangents at it: the second derivative of `field`. */
  readonly second: Tape;
  /** WGSL that declares `field` and `jvp`. */
  readonly wgsl: string;
  /** WGSL that declares `second`, for what reads it. */
  readonly wgslOfSecond: string;
  /** All directions of the plane are alike: the losses follow from u, p and q. */
  readonly isotropic: boolean;
  /** The game is in phi1 and theta1 alone: the others neither move nor matter. */
  readonly planar: boolean;
  /** A state with phi2 = theta2 = 0 does not keep them: there is no game of one dimension in this one. */
  readonly leavesLine: boolean;
  /** phi's direction is read however short phi is. */
  readonly directional: boolean;
}

/** The id of the model that an experiment with a game has. */
export const CUSTOM = 'custom';
