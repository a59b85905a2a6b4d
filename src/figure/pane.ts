import type { Trace } from '../experiment/engine.ts';
import { TRACE_COLUMNS } from '../experiment/engine.ts';
import { indexOf, type Slice } from '../experiment/experiment.ts';
import { componentSymbol, linearTicks, type Tick } from './axes.ts';
import { textElement, widthOf, type TextStyle } from './rich-text.ts';
import { documentOf, element, pathOf, type Markup } from './svg.ts';
import { inkOf, type Fonts, type Theme } from './theme.ts';

/** A map is where one starts, a flow is where one goes. */
export type PaneKind = 'map' | 'flow';

export interface PaneOptions {
  readonly kind: PaneKind;
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Font size of tick labels. */
  readonly em: number;
}

/** A square in the picture's pixels. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A trace as it is drawn: one colour, CSS. */
export interface Curve {
  readonly trace: Trace;
  readonly colour: string;
}

/** In em. */
const TICK = 0.4;
const GAP = 0.35;
const LINE = 1.25;

/** The room that ticks and labels around a square of this size need. */
export function marginsOf(slice: Slice, size: number, em: number): Margins {
  const labels = linearTicks(slice.y, size, em).map(({ label }) => widthOf(label));
  return {
    left: Math.ceil(em * (TICK + 2 * GAP + Math.max(1.4, ...labels) + LINE + 0.2)),
    right: Math.ceil(em * 0.9),
    top: Math.ceil(em * 0.6),
    bottom: Math.ceil(em * (TICK + GAP + 2 * LINE + 0.35)),
  };
}

/** The live page's axes: an SVG that is the square and its margins, the square's corner at (0, 0). */
export function paneAxes(slice: Slice, size: number, options: PaneOptions): string {
  const { left, right, top, bottom } = marginsOf(slice, size, options.em);
  const box = { x: -left, y: -top, width: left + size + right, height: top + size + bottom };
  const square = { x: 0, y: 0, size };
  return documentOf(box, { 'aria-hidden': 'true' }, [
    frame(square, options),
    ...axes(slice, square, options),
    ...equilibrium(slice, square, options),
  ]);
}

/** A hairline around the square that covers none of its pixels. */
export function frame({ x, y, size }: Square, { theme, em }: PaneOptions): Markup {
  const line = Math.max(1, Math.round(em / 14));
  return element('rect', {
    x: x - line / 2,
    y: y - line / 2,
    width: size + line,
    height: size + line,
    fill: 'none',
    stroke: inkOf(theme).rule,
    'stroke-width': line,
  });
}

/** Ticks, their labels and the components' names. */
export function axes(slice: Slice, square: Square, options: PaneOptions): readonly Markup[] {
  const { kind, theme, fonts, em } = options;
  const ink = inkOf(theme);
  const [left, bottom] = [square.x, square.y + square.size];
  const plain = { size: em, fill: ink.quiet, fonts };
  const name: Pick<TextStyle, 'size' | 'fill' | 'fonts' | 'anchor'> = {
    size: 1.1 * em,
    fill: ink.text,
    fonts,
    anchor: 'middle',
  };
  const xTicks = linearTicks(slice.x, square.size, em);
  const yTicks = linearTicks(slice.y, square.size, em);
  const middle = square.size / 2;
  const marginLeft = marginsOf(slice, square.size, em).left;
  return [
    tickMarks(xTicks, yTicks, square, options),
    ...xTicks.map(({ position, label }) => {
      const [x, y] = [left + position * square.size, bottom + em * (TICK + GAP + 0.75)];
      return textElement(label, { ...plain, x, y, anchor: 'middle' });
    }),
    ...yTicks.map(({ position, label }) => {
      const [x, y] = [left - em * (TICK + GAP), bottom - position * square.size + 0.36 * em];
      return textElement(label, { ...plain, x, y, anchor: 'end' });
    }),
    textElement(componentSymbol(slice.x.component, kind === 'map'), {
      ...name,
      x: left + middle,
      y: bottom + em * (TICK + GAP + 0.75 + 1.6),
    }),
    textElement(componentSymbol(slice.y.component, kind === 'map'), {
      ...name,
      x: left - marginLeft + 1.1 * em,
      y: bottom - middle,
      turn: -90,
    }),
  ];
}

/**
 * The equilibrium φ = θ = 0: a ring where the plane goes through it (every flow does, being a
 * projection), a cross where the plane only lies above it.
 */
export function equilibrium(
  slice: Slice,
  square: Square,
  { kind, theme, em }: PaneOptions,
): readonly Markup[] {
  const [x, y] = toSquare(slice, square, 0, 0);
  if (!isInside(square, x, y)) return [];
  const held = slice.hold.filter(
    (_, i) => i !== indexOf(slice.x.component) && i !== indexOf(slice.y.component),
  );
  const radius = 0.42 * em;
  const ring = kind === 'flow' || held.every((value) => value === 0);
  const data = ring
    ? `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
    : `M${x - radius} ${y}h${2 * radius}M${x} ${y - radius}v${2 * radius}`;
  return [outlined(data, inkOf(theme).text, 0.12 * em, theme)];
}

/** The traces of these starts, cut off at the square's edge, each from a dot at its start. */
export function curves(
  slice: Slice,
  square: Square,
  drawn: readonly Curve[],
  { theme, em }: PaneOptions,
): readonly Markup[] {
  if (drawn.length === 0) return [];
  const inner = drawn.flatMap(({ trace, colour }) => {
    const points = pointsOf(trace, slice, square);
    const dot = element('circle', {
      cx: points[0]! - square.x,
      cy: points[1]! - square.y,
      r: 0.3 * em,
      fill: colour,
      stroke: inkOf(theme).ground,
      'stroke-width': 0.1 * em,
    });
    const data = pathOf(points.map((value, i) => value - (i % 2 === 0 ? square.x : square.y)));
    return [outlined(data, colour, 0.14 * em, theme), dot];
  });
  const { x, y, size } = square;
  // An inner svg clips without an id, and ids would clash in a page with many figures.
  return [element('svg', { x, y, width: size, height: size, overflow: 'hidden' }, inner)];
}

/** Where a point of the plane lies in the picture. */
export function toSquare(
  slice: Slice,
  square: Square,
  x: number,
  y: number,
): readonly [number, number] {
  return [
    square.x + ((x - slice.x.min) / (slice.x.max - slice.x.min)) * square.size,
    square.y + ((slice.y.max - y) / (slice.y.max - slice.y.min)) * square.size,
  ];
}

function pointsOf(trace: Trace, slice: Slice, square: Square): number[] {
  const width = TRACE_COLUMNS.length;
  const points: number[] = [];
  for (let i = 0; i < trace.times.length; i++) {
    const x = trace.samples[i * width + indexOf(slice.x.component)]!;
    const y = trace.samples[i * width + indexOf(slice.y.component)]!;
    points.push(...toSquare(slice, square, x, y));
  }
  return points;
}

/** A rim of the ground keeps a line visible on data of any colour. */
function outlined(data: string, stroke: string, width: number, theme: Theme): Markup {
  const line = { d: data, fill: 'none', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const rim = { stroke: inkOf(theme).ground, 'stroke-opacity': 0.6, 'stroke-width': 2.4 * width };
  return element('g', {}, [
    element('path', { ...line, ...rim }),
    element('path', { ...line, stroke, 'stroke-width': width }),
  ]);
}

function tickMarks(
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
  { x, y, size }: Square,
  { theme, em }: PaneOptions,
): Markup {
  const bottom = y + size;
  const down = xTicks.map(
    ({ position }) => `M${(x + position * size).toFixed(1)} ${bottom}v${(TICK * em).toFixed(1)}`,
  );
  const left = yTicks.map(
    ({ position }) => `M${x} ${(bottom - position * size).toFixed(1)}h${(-TICK * em).toFixed(1)}`,
  );
  return element('path', {
    d: [...down, ...left].join(''),
    stroke: inkOf(theme).rule,
    'stroke-width': Math.max(1, Math.round(em / 14)),
  });
}

function isInside({ x, y, size }: Square, px: number, py: number): boolean {
  return px >= x && px <= x + size && py >= y && py <= y + size;
}
