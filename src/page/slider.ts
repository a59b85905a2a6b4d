import type { NumberParameter } from '../models/parameter.ts';

type Range = Pick<NumberParameter, 'min' | 'max' | 'step' | 'logarithmic'>;

/** Where a value stands on its slider, from 0 to 1. */
export function positionOf({ min, max, logarithmic }: Range, value: number): number {
  const position = logarithmic
    ? Math.log(value / min) / Math.log(max / min)
    : (value - min) / (max - min);
  return Math.min(1, Math.max(0, position));
}

/** The value at a position of the slider, rounded to what a person would write. */
export function valueAt(range: Range, position: number): number {
  const { min, max, step, logarithmic } = range;
  const raw = logarithmic ? min * (max / min) ** position : min + position * (max - min);
  return clamp(range, logarithmic && raw < 10 * step ? twoDigits(raw) : toStep(raw, step));
}

export function clamp({ min, max }: Pick<Range, 'min' | 'max'>, value: number): number {
  return Math.min(max, Math.max(min, value));
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}

/** The nearest multiple of the step, without the dust of binary fractions. */
function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
