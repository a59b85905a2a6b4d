import { ticks as evenTicks } from 'd3-array';
import { tickFormat } from 'd3-scale';
import type { PlaneAxis } from '../experiment/experiment.ts';
import { fractionOn, isParameterAxis } from '../experiment/plane.ts';
import { parameterText } from '../experiment/texts.ts';
import { englishOf } from '../models/message.ts';
import type { Component } from '../models/state.ts';
import { decimal, formatNumber, scientific } from './text/number.ts';
import type { Translate } from './text/translate.ts';

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

/** What an axis is called: a component's symbol, or a parameter's. */
export function axisSymbol(
  axis: PlaneAxis,
  initial: boolean,
  translate: Translate = englishOf,
): string {
  if (!isParameterAxis(axis)) return componentSymbol(axis.component, initial);
  return translate(parameterText(axis.declared, 'symbol'));
}

/** Few round ticks, about one every `spacing` em of the axis' length. */
export function linearTicks(
  { min, max }: Interval,
  length: number,
  em: number,
  spacing = 7,
): readonly Tick[] {
  const count = Math.min(8, Math.max(2, Math.floor(length / (spacing * em))));
  const values = evenTicks(min, max, count);
  const specifier = Math.max(Math.abs(min), Math.abs(max)) < 1e-4 ? '~g' : '~f';
  const format = tickFormat(min, max, count, specifier);
  return values.map((value) => ({
    value,
    position: (value - min) / (max - min),
    label: format(value),
  }));
}

/** Ticks of an axis at any depth of zoom. */
export interface AxisTicks {
  /** Their labels are those of `(value − base) / 10^exponent`. */
  readonly ticks: readonly Tick[];
  readonly base: number;
  readonly exponent: number;
}

/** Longer labels tell all that is the same in each of them again and again. */
const MAX_LABEL_LENGTH = 5;

/** An axis within a decade has at least this many ticks of `logarithmicTicks`, or ticks that are even. */
const LEAST_TICKS = 3;

/** The ticks of a plane's axis, by its scale. */
export function planeTicks(axis: PlaneAxis, length: number, em: number): AxisTicks {
  if (!isParameterAxis(axis) || axis.scale === 'linear') return axisTicks(axis, length, em);
  const ticks = logarithmicTicks(axis, length, em);
  if (ticks.length >= LEAST_TICKS || axis.max >= 10 * axis.min)
    return { ticks, base: 0, exponent: 0 };
  const even = axisTicks(axis, length, em);
  const placed = even.ticks.map((tick) => ({ ...tick, position: fractionOn(axis, tick.value) }));
  return { ...even, ticks: placed };
}

/** Ticks with short labels: where the numbers themselves are long, what they have in common goes. */
export function axisTicks(interval: Interval, length: number, em: number): AxisTicks {
  const ticks = linearTicks(interval, length, em);
  const isShort = ({ label }: Tick): boolean =>
    label.replace('−', '').length <= MAX_LABEL_LENGTH && !label.includes('e');
  if (ticks.length < 2 || ticks.every(isShort)) return { ticks, base: 0, exponent: 0 };
  const [first, second] = ticks as readonly [Tick, Tick];
  const exponent = Math.floor(Math.log10(second.value - first.value) + 1e-9);
  // Two digits are left to the labels.
  const round = exponent + 2;
  const middle = (interval.min + interval.max) / 2;
  const base = Math.abs(middle) < 10 ** round ? 0 : Number(middle.toFixed(Math.max(0, -round)));
  const labelOf = (value: number): string =>
    decimal(Math.round((value - base) / 10 ** exponent), 'd');
  return {
    ticks: ticks.map((tick) => ({ ...tick, label: labelOf(tick.value) })),
    base,
    exponent,
  };
}

/** What an axis shows: `θ₁`, `θ₁ / 10⁻⁵`, `(θ₁ − 1.25) / 10⁻⁵`. */
export function axisName(symbol: string, { base, exponent }: AxisTicks): string {
  if (exponent === 0) return symbol;
  const sign = base > 0 ? '−' : '+';
  const size = String(Math.abs(base));
  const name = base === 0 ? symbol : `(${symbol} ${sign} ${size})`;
  return `${name} / ${scientific(10 ** exponent)}`;
}

/** Both ends of a range around 0, their halves and 0; round magnitudes where it leaves 0 out. */
export function symmetricTicks(inner: number, end: number): readonly Tick[] {
  const round = evenTicks(inner, end, 2);
  const magnitudes =
    inner === 0 ? [0, end / 2, end] : [inner, ...round.filter((magnitude) => magnitude > inner)];
  return magnitudes.flatMap((magnitude) => {
    const fraction = (magnitude - inner) / (end - inner);
    const tick = (sign: number, label: string): Tick => ({
      value: sign * magnitude,
      position: (1 + sign * fraction) / 2,
      label,
    });
    if (magnitude === 0) return [tick(1, formatNumber(0))];
    if (fraction === 0) return [tick(1, `±${formatNumber(inner)}`)];
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
