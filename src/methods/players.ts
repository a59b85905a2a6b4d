import type { AugmentedState } from './method.ts';

/** Adds `h derivative` to the discriminator's part of a state: phi, and phi's part of the tangents. */
export function moveDiscriminator(
  state: AugmentedState,
  h: number,
  derivative: AugmentedState,
): void {
  for (let i = 0; i < state.length; i += 4) {
    state[i] = state[i]! + h * derivative[i]!;
    state[i + 1] = state[i + 1]! + h * derivative[i + 1]!;
  }
}

/** Adds `h derivative` to the generator's part of a state: theta, and theta's part of the tangents. */
export function moveGenerator(state: AugmentedState, h: number, derivative: AugmentedState): void {
  for (let i = 2; i < state.length; i += 4) {
    state[i] = state[i]! + h * derivative[i]!;
    state[i + 1] = state[i + 1]! + h * derivative[i + 1]!;
  }
}
