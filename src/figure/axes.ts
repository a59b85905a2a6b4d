import { scaleLinear } from 'd3-scale';
import type { Component } from '../models/state.ts';
import { decimal, formatNumber, scientific } from './number.ts';

export interface Tick {
  readonly value: number;
  /** 0 at the low end of the axis, 1 at the high end. */
  readonly position: number;
  /** Unicode; draw it as rich text. */
  readonly label: string;
}

interface Interval {
  readonly min: number;
  readonly max: number;
}

const SYMBOLS: Readonly<Record<Component, string>> = {
  phi1: 'φ₁',
  phi2: 'φ₂',
  theta1: 'θ₁',
  theta2: 'θ₂',
};

/** `θ₁`, or `θ₁(0)` where the axis holds initial values. */
export function componentSymbol(component: Component, initial = false): string {
  return initial ? `${SYMBOLS[component]}(0)` : SYMBOLS[component];
}

/** Few round ticks, about one every `spacing` em of the axis' length. */
export function linearTicks(
  { min, max }: Interval,
  length: number,
  em: number,
  spacing = 7,
): readonly Tick[] {
  const count = Math.min(8, Math.max(2, Math.floor(length / (spacing * em))));
  const scale = scaleLinear([min, max], [0, 1]);
  const values = scale.ticks(count);
  const specifier = Math.max(Math.abs(min), Math.abs(max)) < 1e-4 ? '~g' : '~f';
  const format = scale.tickFormat(count, specifier);
  return values.map((value) => ({ value, position: scale(value), label: format(value) }));
}

/** Both ends of a range around 0, their halves and 0; round magnitudes where it leaves 0 out. */
export function symmetricTicks(inner: number, end: number): readonly Tick[] {
  const round = scaleLinear([inner, end], [0, 1]).ticks(2);
  const magnitudes =
    inner === 0 ? [0, end / 2, end] : [inner, ...round.filter((magnitude) => magnitude > inner)];
  return magnitudes.flatMap((magnitude) => {
    const share = (magnitude - inner) / (end - inner);
    const tick = (sign: number, label: string): Tick => ({
      value: sign * magnitude,
      position: (1 + sign * share) / 2,
      label,
    });
    if (magnitude === 0) return [tick(1, formatNumber(0))];
    if (share === 0) return [tick(1, `±${formatNumber(inner)}`)];
    return [tick(-1, formatNumber(-magnitude)), tick(1, formatNumber(magnitude))];
  });
}

/**
 * Powers of ten; with 2 and 5 between them where the range spans less than two and a half decades.
 * As `10⁻³` where some label would be long.
 */
export function logarithmicTicks(
  { min, max }: Interval,
  length: number,
  em: number,
): readonly Tick[] {
  const decades = Math.log10(max / min);
  const most = Math.max(2, Math.floor(length / (2.5 * em)));
  const every = Math.ceil(decades / most);
  const mantissas = decades < 2.5 && 3 * decades <= most ? [1, 2, 5] : [1];
  const values: number[] = [];
  const inside = (value: number): boolean => value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9);
  for (let exponent = Math.floor(Math.log10(min)); 10 ** exponent <= max; exponent += 1) {
    if (exponent % every !== 0) continue;
    for (const mantissa of mantissas) values.push(Number(`${mantissa}e${exponent}`));
  }
  const shown = values.filter(inside);
  const wide = shown.some((value) => value < 1e-2 || value > 1e4);
  return shown.map((value) => ({
    value,
    position: Math.log(value / min) / Math.log(max / min),
    label: wide && mantissas.length === 1 ? scientific(value) : shortest(value),
  }));
}

function shortest(value: number): string {
  return value < 1e-3 ? formatNumber(value) : decimal(value, '.3~r');
}
