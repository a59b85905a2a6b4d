import type { NumberParameter } from '../../models/parameter.ts';

export type Range = Pick<NumberParameter, 'min' | 'max' | 'step' | 'logarithmic'>;

/** Up to this many steps a logarithmic slider that begins at 0 moves by differences. */
const LINEAR_STEPS = 10;

/** The position of a value on its slider, from 0 to 1. */
export function positionOf(range: Range, value: number): number {
  const { min, max, logarithmic } = range;
  const offset = offsetOf(range);
  const position = logarithmic
    ? Math.log((value + offset) / (min + offset)) / Math.log((max + offset) / (min + offset))
    : (value - min) / (max - min);
  return Math.min(1, Math.max(0, position));
}

/** The value at a position of the slider, rounded to what a person would write. */
export function valueAtPosition(range: Range, position: number): number {
  const { min, max, step, logarithmic } = range;
  const offset = offsetOf(range);
  const raw = logarithmic
    ? (min + offset) * ((max + offset) / (min + offset)) ** position - offset
    : min + position * (max - min);
  if (logarithmic && min === 0) {
    return clamp(range, raw < LINEAR_STEPS * step ? toStep(raw, step) : twoDigits(raw));
  }
  return clamp(range, logarithmic && raw < 10 * step ? twoDigits(raw) : toStep(raw, step));
}

/**
 * The value a number of steps away. On a logarithmic slider a step is the parameter's own or one in
 * the second digit, whichever people would take at that value.
 */
export function stepped(range: Range, value: number, steps: number): number {
  const { min, max, step, logarithmic } = range;
  if (!Number.isFinite(steps)) return steps < 0 ? min : max;
  if (!logarithmic) return clamp(range, toStep(value + steps * step, step));
  if (min === 0) return steppedFromZero(range, value, steps);
  const direction = Math.sign(steps);
  let next = clamp(range, value);
  for (let i = 0; i < Math.abs(steps); i++) {
    // Just below a power of ten the second digit is the one of the lower decade.
    const digit = 10 ** (Math.floor(Math.log10(next * (1 + 1e-9 * direction))) - 1);
    const fine = direction > 0 ? next < 10 * step : next <= 10 * step;
    const raw = next + direction * (fine ? digit : Math.max(digit, step));
    next = clamp(range, fine ? twoDigits(raw) : toStep(raw, step));
  }
  return next;
}

/** The parameter's own step near 0, then one in the second digit. */
function steppedFromZero(range: Range, value: number, steps: number): number {
  const direction = Math.sign(steps);
  let next = clamp(range, value);
  for (let i = 0; i < Math.abs(steps); i++) {
    const magnitude = next * (1 + 1e-9 * direction);
    const isFine = magnitude < LINEAR_STEPS * range.step;
    const digit = isFine ? range.step : 10 ** (Math.floor(Math.log10(magnitude)) - 1);
    next = clamp(range, toStep(next + direction * digit, digit));
  }
  return next;
}

/** What is added to values before their logarithm is taken, so that 0 has one. */
function offsetOf({ min, step, logarithmic }: Range): number {
  return logarithmic === true && min === 0 ? LINEAR_STEPS * step : 0;
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
