/** How a parameter runs through a range in time: pure. */
import type { NumberParameter } from '../../models/parameter.ts';
import type { ParameterRange } from '../animated-parameter.ts';

/** How a parameter goes through its range. */
export type AnimationMode = 'back' | 'loop' | 'once';

export interface AnimationChoice extends ParameterRange {
  /** From one end to the other. */
  readonly seconds: number;
  readonly mode: AnimationMode;
}

/** A range to begin with: around the value where the slider moves by ratios, else all of it. */
export function choiceFor(parameter: NumberParameter, value: number): AnimationChoice {
  const { name, min, max, logarithmic } = parameter;
  const near = logarithmic === true && value > 0;
  return {
    name,
    from: near ? Math.max(min, Number((value / 4).toPrecision(2))) : min,
    to: near ? Math.min(max, Number((value * 4).toPrecision(2))) : max,
    seconds: 12,
    mode: 'back',
  };
}

/** Where in the range, from 0 to 1. */
export function fractionAt(mode: AnimationMode, phase: number): number {
  if (mode === 'once') return Math.min(1, phase);
  if (mode === 'loop') return phase % 1;
  const there = phase % 2;
  return there <= 1 ? there : 2 - there;
}

/** Where a value lies in the range; 0 where it lies outside. */
export function fractionOf(
  { from, to }: ParameterRange,
  value: number,
  parameter: NumberParameter | undefined,
): number {
  const byRatio = parameter?.logarithmic === true && from > 0 && to > 0 && value > 0;
  const fraction = byRatio
    ? Math.log(value / from) / Math.log(to / from)
    : (value - from) / (to - from);
  return fraction >= 0 && fraction <= 1 ? fraction : 0;
}
