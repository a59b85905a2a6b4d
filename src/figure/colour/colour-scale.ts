import { mapMeasureOf, pinnedEnds } from '../../experiment/ensemble/ensemble.ts';
import { columnIn, rowLayoutOf, SINGLE, type RowLayout } from '../../experiment/ensemble/rows.ts';
import { numberOf, textOf, type Experiment } from '../../experiment/experiment.ts';
import { MEASURES, type Measure } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { baseMeasure, type MapMeasure } from '../../measures/statistics.ts';
import { TOLERANCES } from '../../measures/tolerances.ts';
import { basinTable } from './basin-colours.ts';
import { fadedOutcomeColours, greyOutcomeColours, outcomeColours } from './outcome-colours.ts';
import { bytesOf, oklch } from './oklab.ts';
import { ENTRIES, PALETTES, paletteTable, reversed, type Palette } from './palette.ts';
import {
  linearRange,
  logarithmicRange,
  quantileRange,
  symmetricRange,
  type Range,
  type SymmetricRange,
} from './range.ts';
import { entryOf, mix, type RGB, type Theme } from './theme.ts';
import { mapMeasureText } from '../../experiment/texts.ts';
import type { Message } from '../../models/message.ts';

/** Colours of results. `colourOf` defines the rule; the shaders implement the same. */
export interface ColourScale {
  readonly measure: MapMeasure;
  /** What its numbers are called. */
  readonly title: Message;
  readonly symbol: Message;
  /** What the rows of the results hold. */
  readonly layout: RowLayout;
  /** The measure's column in them. */
  readonly column: number;
  readonly transform: 'linear' | 'logarithmic' | 'labels';
  /** Finite, low < high; logarithmic: low > 0. */
  readonly low: number;
  readonly high: number;
  /** Linear and greater than 0: magnitudes run from here to `high`, either side of the middle. */
  readonly inner: number;
  /** Numbers: 256 colours of four bytes from low to high; basins: one for each number from 0. */
  readonly table: Uint8Array;
  /** Labels: a colour of four bytes for each outcome, of its soonest or smallest start. */
  readonly labels: Uint8Array;
  /** The same for its slowest or widest start; of an ensemble a grey, as light. */
  readonly faded: Uint8Array;
  /** The value is +Infinity: it never settles, or it diverged. */
  readonly infinite: RGB;
  /** The value is NaN: it cannot be known. */
  readonly undefined: RGB;
  readonly shade: Shade;
}

/**
 * Side of the map whose results decide the range: the same for every picture of an experiment, so
 * that none depends on its size.
 */
export const SAMPLE_SIDE = 64;

/** Over which times and amplitudes the colours of labels fade. */
export interface Shade {
  readonly horizon: number;
  readonly low: number;
  readonly high: number;
}

/** How far a label's colour is from its faded one where the amplitude is not finite. */
export const UNBOUNDED = 0.5;

/** How much of its colour a label without evidence loses to the grey of what is undecided. */
export const THIN = 0.6;

const CONVERGED = OUTCOMES.indexOf('converged');
const SETTLE = columnOf('settle');
const AMPLITUDE = columnOf('amplitude');
const EVIDENCE = columnOf('evidence');
const OUTCOME = columnOf('outcome');
const UNDECIDED = OUTCOMES.indexOf('undecided');

/**
 * Settling never is no failure, so it is nearly the background and not the colour of divergence. It is
 * lighter on dark ground than 0 in the middle of a range around 0, and darker than what is undecided.
 */
const NEVER: Readonly<Record<Theme, RGB>> = {
  dark: bytesOf(oklch(0.4, 0.022, 262)),
  light: bytesOf(oklch(0.885, 0.01, 262)),
};

/** What cannot be known is a warm grey, which no table has; what is undecided is a cool one. */
const UNKNOWN: Readonly<Record<Theme, RGB>> = {
  dark: bytesOf(oklch(0.63, 0.03, 70)),
  light: bytesOf(oklch(0.8, 0.03, 70)),
};

/**
 * The scale of the experiment's measure, with the ends that are pinned, or those that fit its numbers.
 * @param sample the results of the map of the same slice with `SAMPLE_SIDE` starts along each side
 * @param held a scale whose range is kept for a while, where it is one of the same measure
 */
export function scaleFor(
  experiment: Experiment,
  sample: ArrayLike<number>,
  theme: Theme,
  held?: ColourScale,
): ColourScale {
  const measure = mapMeasureOf(experiment);
  const layout = rowLayoutOf(experiment);
  const column = columnIn(layout, measure.id);
  const horizon = numberOf(experiment, 'time');
  const diverged = entryOf(outcomeColours(theme), OUTCOMES.indexOf('diverged'));
  const ends = pinnedEnds(experiment);
  const kept = held?.measure.id === measure.id ? held : undefined;
  const fitted = (): Range & { readonly inner?: number } =>
    kept ?? rangeOf(measure, horizon, columnValues(sample, layout, column));
  const { low, inner = 0, high } = ends ?? fitted();
  return {
    measure,
    title: mapMeasureText(measure, 'title'),
    symbol: mapMeasureText(measure, 'symbol'),
    layout,
    column,
    transform:
      measure.scale === 'diverging' || measure.scale === 'basins' ? 'linear' : measure.scale,
    low,
    inner,
    high,
    table: tableOf(measure, textOf(experiment, 'palette'), theme),
    labels: outcomeColours(theme),
    faded: layout.starts === undefined ? fadedOutcomeColours(theme) : greyOutcomeColours(theme),
    infinite: measure.never === true ? NEVER[theme] : diverged,
    undefined: UNKNOWN[theme],
    shade: ends
      ? { horizon, low, high }
      : (kept?.shade ?? { horizon, ...quantileRange(shadedAmplitudes(sample, layout)) }),
  };
}

/** The rows of one map's sample and of another's, for a scale that serves both. */
export function joined(
  sample: ArrayLike<number>,
  other: ArrayLike<number> | undefined,
): ArrayLike<number> {
  if (!other) return sample;
  const rows = new Float64Array(sample.length + other.length);
  rows.set(sample);
  rows.set(other, sample.length);
  return rows;
}

/**
 * Writes the colour of one start, the row of results that begins at `offset`, as four bytes.
 *
 * Numbers: NaN is `undefined`, +Infinity is `infinite`; else with `t = (v - low)/(high - low)`,
 * `t = ln(v/low)/ln(high/low)` where logarithmic, or where `inner` is not 0 and with m the fraction
 * `(|v| - inner)/(high - inner)` clamped to [0, 1], `t = (1 + sign(v) m)/2`; with t clamped to [0, 1] the colour is
 * `table[floor(255 t)]` mixed with the next entry by the fraction of `255 t`.
 *
 * Labels: `label + (faded - label) s` in sRGB bytes, with `s = sqrt(settle/horizon)` where converged,
 * else `s = ln(amplitude/low)/ln(high/low)`, both clamped to [0, 1], and `s = 0.5` where the amplitude
 * is not finite; then by `0.6 (1 - evidence)` of the way towards the colour of `undecided`. Of an
 * ensemble s is 1 less the share of the label, and the colour is not moved further.
 */
export function colourOf(
  scale: ColourScale,
  row: ArrayLike<number>,
  offset: number,
  out: Uint8ClampedArray,
  outOffset: number,
): void {
  const [red, green, blue] =
    scale.transform === 'labels'
      ? labelColour(scale, row, offset)
      : numberColour(scale, row[offset + scale.column]!);
  out[outOffset] = red;
  out[outOffset + 1] = green;
  out[outOffset + 2] = blue;
  out[outOffset + 3] = 255;
}

/** The colours of `count` starts, in their order: a map's first row is its lowest y. */
export function paint(
  scale: ColourScale,
  rows: ArrayLike<number>,
  count: number,
): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(4 * count);
  const width = scale.layout.columns.length;
  for (let i = 0; i < count; i++) colourOf(scale, rows, i * width, pixels, 4 * i);
  return pixels;
}

/** Where a value lies between low (0) and high (1), not held to that interval. */
export function positionOf({ transform, low, inner, high }: ColourScale, value: number): number {
  if (inner > 0) {
    return (1 + Math.sign(value) * clamped((Math.abs(value) - inner) / (high - inner))) / 2;
  }
  return transform === 'logarithmic'
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
}

export function columnOf(id: Measure['id']): number {
  return MEASURES.findIndex((measure) => measure.id === id);
}

function numberColour(scale: ColourScale, value: number): RGB {
  if (Number.isNaN(value)) return scale.undefined;
  if (value === Infinity) return scale.infinite;
  // A distance of 0 has no logarithm; it lies below every low.
  const t = scale.transform === 'logarithmic' && value <= 0 ? 0 : clamped(positionOf(scale, value));
  const at = t * (ENTRIES - 1);
  const index = Math.min(Math.floor(at), ENTRIES - 2);
  return mix(entryOf(scale.table, index), entryOf(scale.table, index + 1), at - index);
}

function labelColour(scale: ColourScale, row: ArrayLike<number>, offset: number): RGB {
  const code = row[offset + scale.column]!;
  const between = (s: number) => mix(entryOf(scale.labels, code), entryOf(scale.faded, code), s);
  // The shares are the first columns of an ensemble's row.
  if (scale.layout.starts !== undefined) return between(1 - row[offset + code]!);
  const { horizon, low, high } = scale.shade;
  const amplitude = row[offset + AMPLITUDE]!;
  let fading = UNBOUNDED;
  if (code === CONVERGED) fading = Math.sqrt(clamped(row[offset + SETTLE]! / horizon));
  else if (Number.isFinite(amplitude)) {
    fading = amplitude > low ? clamped(Math.log(amplitude / low) / Math.log(high / low)) : 0;
  }
  const thin = THIN * (1 - row[offset + EVIDENCE]!);
  return mix(between(fading), entryOf(scale.labels, UNDECIDED), thin);
}

function rangeOf(
  measure: MapMeasure,
  horizon: number,
  values: Float64Array,
): Range | SymmetricRange {
  switch (measure.scale) {
    case 'logarithmic':
      return logarithmicRange(values);
    case 'diverging':
      return symmetricRange(values, leastOf(measure, horizon));
    case 'linear':
      return measure.fraction === true ? { low: 0, high: 1 } : linearRange(values, horizon);
    case 'basins':
      return { low: 0, high: ENTRIES - 1 };
    case 'labels':
      return { low: 0, high: OUTCOMES.length - 1 };
  }
}

/** Under a tenth of a turn either way nothing has turned; so little of a distance is none. */
const LEAST = 0.1;

/** Where a scale around 0 ends at the least, so that it never paints noise in full colours. */
function leastOf(measure: MapMeasure, horizon: number): number {
  const { id } = baseMeasure(measure);
  // Ten times what counts as no change at all.
  if (id === 'rate') return (10 * TOLERANCES.flat) / (horizon / 4);
  // Neighbours of a neutral orbit part as t does: no chaos.
  if (id === 'lyapunov') return Math.log(1 + horizon) / horizon;
  return LEAST;
}

/**
 * Light is what one wants: settling soon and ending near the equilibrium are bright, whatever the
 * palette. Dark starts would be lost in the flow, where colours are light.
 */
function tableOf(measure: MapMeasure, chosen: string, theme: Theme): Uint8Array {
  if (measure.scale === 'basins') return basinTable(NEVER[theme]);
  const palette = PALETTES.find((name) => name === chosen) ?? automatic(measure);
  const table = paletteTable(palette, theme);
  return measure.scale === 'diverging' || measure.fraction === true ? table : reversed(table);
}

function automatic({ scale }: MapMeasure): Palette {
  return scale === 'diverging' ? 'diverging' : 'viridis';
}

/** The amplitudes by which labels fade. */
function shadedAmplitudes(rows: ArrayLike<number>, layout: RowLayout): Float64Array {
  if (layout !== SINGLE) return new Float64Array();
  const outcomes = columnValues(rows, SINGLE, OUTCOME);
  return columnValues(rows, SINGLE, AMPLITUDE).filter((_, i) => outcomes[i] !== CONVERGED);
}

function columnValues(
  rows: ArrayLike<number>,
  { columns }: RowLayout,
  column: number,
): Float64Array {
  const width = columns.length;
  return Float64Array.from(
    { length: Math.floor(rows.length / width) },
    (_, i) => rows[i * width + column]!,
  );
}

function clamped(t: number): number {
  return Math.min(1, Math.max(0, t));
}
