import type { Critical } from './critical.ts';
import type { Message } from './message.ts';
import type { Parameter, Values } from './parameter.ts';
import type { StateArray } from './state.ts';
import type { Theoretical } from './theory.ts';

/** TeX of a model's two losses and its field. */
export interface Formula {
  /** Absent where the players' losses are not known, only how they move. */
  readonly lossD?: string;
  readonly lossG?: string;
  /** Right-hand side of phi'. */
  readonly phi: string;
  /** Right-hand side of theta'. */
  readonly theta: string;
  /** What letters stand for that are in no other formula: TeX of equations. */
  readonly where?: readonly string[];
  /** What the states are held to, where they are. */
  readonly constraint?: string;
}

/** How a state moves: its components' derivatives in time. */
export interface Derivative {
  readonly phi1: number;
  readonly phi2: number;
  readonly theta1: number;
  readonly theta2: number;
}

/**
 * A vector field on numbers, not on an array: where an integrator's loop takes it in whole, all of it
 * stays in registers and no derivative is ever made.
 */
export type Field = (phi1: number, phi2: number, theta1: number, theta2: number) => Derivative;

/** A model with its parameters fixed. States are (phi1, phi2, theta1, theta2). */
export interface Game {
  /** The discriminator's loss; it descends this in phi. */
  lossD(s: ArrayLike<number>): number;
  /** The generator's loss; it descends this in theta. */
  lossG(s: ArrayLike<number>): number;
  /** (phi', theta') = (-dL_D/dphi, -dL_G/dtheta). */
  readonly field: Field;
  /**
   * Writes J(s) t, the Jacobian of `field` at s applied to t, into `out`; may not read `out`. Where
   * the field has no derivative (|phi| = 0, |theta| = 0, the hinge) the jump or kink contributes 0.
   */
  jvp(s: StateArray, t: StateArray, out: StateArray): void;
  /**
   * Writes the second derivative of `field` at s along t and r to `out`, which may be neither; it is linear in both. Where
   * there is none, jump or kink contribute 0. Absent: it is 0, as of a field of linear pieces.
   */
  second?(s: StateArray, t: StateArray, r: StateArray, out: StateArray): void;
  /** Moves a state back into the model's allowed set, in place. Absent: every state is allowed. */
  project?(s: StateArray): void;
  /** The derivative of `project` at s applied to t, in place. Present where `project` is. */
  projectTangent?(s: StateArray, t: StateArray): void;
  /**
   * The field reads phi's direction however short phi is: integrators keep it where phi would
   * underflow. See `keepDirection`.
   */
  readonly directional?: boolean;
  /**
   * In one dimension, values of theta at which paths come to rest with phi -> 0, though the field jumps
   * there and vanishes on neither side. Absent: there are none.
   */
  readonly restsOnLine?: readonly number[];
  /**
   * The flow takes every start to a circle, a cycle or a rest away from 0, by theorem: growing or
   * converging, it does so for a while only.
   */
  readonly limitCycle?: boolean;
  /**
   * By theorem every path of the flow with L not 0 circles for ever between two radii, where nothing but
   * learning rates is added to the field. Absent: none is known.
   */
  readonly alwaysOrbits?: boolean;
  /** By theorem every path of the flow goes to 0, also with L2: E falls wherever phi is not 0. Absent: none is known. */
  readonly alwaysConverges?: boolean;
  /** By theorem |theta| of every path of the flow with L not 0 grows for ever, where there is no L2. Absent: none is known. */
  readonly alwaysGrows?: boolean;
  /** Why the field has no Jacobian at phi = theta = 0, in a sentence. Absent: it has one. */
  readonly singularAtEquilibrium?: Message | undefined;
}

/** `theory` of a model is what is known about the flow of its field. */
export interface Model extends Theoretical {
  readonly id: string;
  readonly title: string;
  /** Where its losses come from. */
  readonly source: string;
  readonly parameters: readonly Parameter[];
  /** Directions of the plane differ, so that L = 0 does not keep a path on its line. */
  readonly anisotropic?: true;
  formula(values: Values): Formula;
  /**
   * The value of one parameter at which the eigenvalues at the equilibrium meet, all else being as in
   * `values`, modifiers included. Undefined where there is none, absent where there never is.
   */
  critical?(values: Values): Critical | undefined;
  /**
   * Where the field turns phi alone and pulls theta along it at unit speed: the mean rate at which ln|l| grows, l
   * what of theta lies across phi, while |phi| and what of theta lies along it change from one value to the other;
   * without learning rates. Absent: what l becomes is the state's to tell.
   */
  acrossGrowth?(phiFrom: number, phiTo: number, alongFrom: number, alongTo: number): number;
  game(values: Values): Game;
}

/** `sigma(x) = 1 / (1 + exp(-x))`. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** `(sigma'(x), sigma''(x))`. */
export function logisticSlopes(x: number): readonly [number, number] {
  const [one, other] = [logistic(x), logistic(-x)];
  return [one * other, one * other * (other - one)];
}

/** `sigma(-x)` from `exp(-x)` and `sigma(x) = 1 / (1 + exp(-x))`: costs no second exponential. */
export function oppositeLogistic(exponential: number, sigma: number): number {
  return exponential < Infinity ? exponential * sigma : 1;
}

/** `log(1 + exp(x))` without overflow: `-log sigma(-x)`. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
