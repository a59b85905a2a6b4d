import type { AugmentedState, Dynamics } from './method.ts';

type Rates = Dynamics['rates'];

/**
 * The noise of one trajectory: counter-based, so that the same seed, start and step give the same
 * numbers in every engine, order and cut of the work. A state in the one-dimensional subspace
 * phi2 = theta2 = 0 stays in it. Twin of noise.wgsl.
 */
export interface Noise {
  begin(start: AugmentedState): void;
  /**
   * Adds what noise does in step `step` (from 1) of length h to the change of `state`: draws of the
   * SDE ds = v dt + sigma dW. The noise of a flow's gradients is one with the learning rates in it.
   */
  add(change: AugmentedState, state: AugmentedState, step: number, h: number): void;
  /** Adds draw number `evaluation` (from 0) of step `step` to both players' gradients at `state`. */
  addToGradients(
    gradients: AugmentedState,
    state: AugmentedState,
    step: number,
    evaluation: number,
    rates: Rates,
  ): void;
}

/** Standard deviations: of the weights in a unit of time, and of each component of a gradient. */
export interface NoiseLevels {
  readonly weights: number;
  readonly gradients: number;
}

/**
 * Variance that noise adds to a component of theta in a unit of time.
 * @param step of a rule, whose steps are as long as its learning rate; 1 for a flow
 */
export function diffusionOf(
  { weights, gradients }: NoiseLevels,
  rateG: number,
  step: number,
): number {
  return weights ** 2 + step * (rateG * gradients) ** 2;
}

/**
 * @param rates of a flow, whose gradients' noise is added with that of the weights; undefined for a
 * rule, which asks for it at each evaluation
 */
export function noiseOf(
  { weights, gradients }: NoiseLevels,
  seed: number,
  rates: Rates | undefined,
): Noise {
  const floats = new Float32Array(4);
  const words = new Uint32Array(floats.buffer);
  let key = 0;
  /** Adds four normal draws, times a factor of each player, where the state is not held to 0. */
  const addDraws = (
    out: AugmentedState,
    state: AugmentedState,
    base: number,
    ofDiscriminator: number,
    ofGenerator: number,
  ) => {
    const oneDimensional = state[1] === 0 && state[3] === 0;
    for (let i = 0; i < 4; i++) {
      if (oneDimensional && i % 2 === 1) continue;
      const factor = i < 2 ? ofDiscriminator : ofGenerator;
      out[i] = out[i]! + factor * normal(hash((base + i) >>> 0));
    }
  };
  const gradientBase = (step: number, evaluation: number) =>
    hash((hash((key + Math.imul(evaluation + 1, GOLDEN)) >>> 0) ^ hash(step)) >>> 0);
  return {
    begin: (start) => {
      // The bits of float32, where 0 has one sign only.
      for (let i = 0; i < 4; i++) floats[i] = start[i]! + 0;
      key = words.reduce((sum, word) => hash((sum ^ word) >>> 0), hash(seed));
    },
    add: (change, state, step, h) => {
      const root = Math.sqrt(h);
      const base = hash((key ^ hash(step)) >>> 0);
      addDraws(change, state, base, weights * root, weights * root);
      if (!rates || gradients === 0) return;
      const sigma = gradients * root;
      const { discriminator, generator } = rates;
      addDraws(change, state, gradientBase(step, 0), sigma * discriminator, sigma * generator);
    },
    addToGradients: (out, state, step, evaluation, { discriminator, generator }) => {
      const base = gradientBase(step, evaluation);
      addDraws(out, state, base, gradients * discriminator, gradients * generator);
    },
  };
}

/** 2^32 divided by the golden ratio: parts the streams of a step's evaluations. */
const GOLDEN = 0x9e3779b9;

/** PCG output permutation (Jarzynski and Olano 2020) of 32 bits. */
export function hash(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul(((state >>> ((state >>> 28) + 4)) ^ state) >>> 0, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/**
 * The normal quantile at the middle of one of 2^24 intervals: algorithm PPND7 of Wichura 1988 (AS
 * 241), 7 digits, without its far tail, which so many intervals do not reach.
 */
export function normal(bits: number): number {
  const q = ((bits >>> 8) - 8388608 + 0.5) / 16777216;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  const r = Math.sqrt(-Math.log(0.5 - Math.abs(q))) - 1.6;
  const tail =
    (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
    ((0.12021132975 * r + 0.7370016425) * r + 1);
  return q < 0 ? -tail : tail;
}
