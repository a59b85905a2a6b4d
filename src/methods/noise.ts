import type { AugmentedState } from './method.ts';

/**
 * The noise of one trajectory: counter-based, so that the same seed, start and step give the same
 * numbers in every engine, order and cut of the work. Twin of noise.wgsl.
 */
export interface Noise {
  begin(start: AugmentedState): void;
  /** Adds `sigma sqrt(h) N`, N four normal draws of step number `step`, to a change of the state. */
  add(change: AugmentedState, step: number, h: number): void;
}

export function noiseOf(sigma: number, seed: number): Noise {
  const floats = new Float32Array(4);
  const words = new Uint32Array(floats.buffer);
  let key = 0;
  return {
    begin: (start) => {
      // The bits of float32, where 0 has one sign only.
      for (let i = 0; i < 4; i++) floats[i] = start[i]! + 0;
      key = words.reduce((sum, word) => hash((sum ^ word) >>> 0), hash(seed));
    },
    add: (change, step, h) => {
      const base = hash((key ^ hash(step)) >>> 0);
      for (let i = 0; i < 4; i++) {
        change[i] = change[i]! + sigma * Math.sqrt(h) * normal(hash((base + i) >>> 0));
      }
    },
  };
}

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
