import type { Message, Messages } from './message.ts';
import type { Values } from './parameter.ts';

/** All that a sentence about where training goes may depend on. */
export interface Situation {
  /** The model's id: what a rule does depends on it. */
  readonly model: string;
  /** Of the model. */
  readonly parameters: Values;
  readonly modifiers: ModifierValues;
  readonly method: {
    readonly id: string;
    /** A flow approximates the differential equation; a rule is the discrete map of real training. */
    readonly kind: 'flow' | 'rule';
    /** Its parameters, `step` among them. */
    readonly parameters: Values;
  };
  /** Every start lies in phi2 = theta2 = 0. */
  readonly oneDimensional: boolean;
  /** The field has no Jacobian at the equilibrium: it does not vanish on the way there. */
  readonly singular: boolean;
}

/** The modifiers of an experiment as numbers. */
export interface ModifierValues {
  /** The coefficient of `mu |phi|^2 / 2`. */
  readonly l2: number;
  /** Learning rates relative to the step. */
  readonly rateD: number;
  readonly rateG: number;
  readonly emaBeta: number;
  /** Standard deviations, of the weights and of the gradients; 0 without noise. */
  readonly noise: number;
  readonly gradientNoise: number;
}

/**
 * What is known about where training goes, in plain sentences in the order in which they are read;
 * none where nothing true and useful is known.
 */
export type Theory = (situation: Situation) => readonly Message[];

/**
 * The sentences of a model or a method, and when each is true.
 *
 * To add one: write its English into the `declareMessages` of the file under a key of its own, with
 * a value in braces where it has one, and return it from `theory` in the situations in which it is
 * true: `SENTENCES.closed`, or `fill(SENTENCES.circle, { radius })`. Then write its translation
 * under its id (`model.wgan-gp.theory.circle`) into `models.ts` or `methods.ts` of
 * `src/page/messages/zh/declared`. A test names the sentences that have none; test/models has one
 * that measures each.
 */
export interface Theoretical {
  /** Every text that `theory`, or `singularAtEquilibrium`, may return. */
  readonly sentences: Messages;
  readonly theory: Theory;
}
