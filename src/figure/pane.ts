import type { Trajectory } from '../experiment/engine.ts';
import { TRAJECTORY_COLUMNS } from '../experiment/engine.ts';
import { indexOf, type Plane, type Slice } from '../experiment/experiment.ts';
import { axisName, axisSymbol, planeTicks, type Tick } from './axes.ts';
import { isSlice } from '../experiment/plane.ts';
import { overlays } from './overlays/index.ts';
import { hairlineOf, outlined, placeInPane, type PaneOptions } from './pane-geometry.ts';
import { clipLine } from './plot/clip.ts';
import { simplifyLine } from './plot/simplify.ts';
import { dotsOf } from './plot/dots.ts';
import { markersAlong } from './plot/markers.ts';
import type { Rectangle, Size } from './rectangle.ts';
import { textElement, widthOf, type TextStyle } from './text/rich-text.ts';
import { documentOf, element, pathOf, type Markup } from './svg.ts';
import { inkOf } from './colour/theme.ts';

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A trajectory as it is drawn: one colour, CSS. */
export interface Curve {
  readonly trajectory: Trajectory;
  readonly colour: string;
  /** At its start, where several are told apart without their colours. */
  readonly number?: number;
  /** Faint: thin and translucent, without a start. Band: wide and faint, below what is compared with it. */
  readonly style?: 'faint' | 'band';
}

/** In em. */
const TICK = 0.4;
const GAP = 0.35;
const LINE = 1.25;

/** The room that ticks and labels around a pane of this height need. */
export function marginsOf(plane: Plane, height: number, em: number): Margins {
  const labels = planeTicks(plane.y, height, em).ticks.map(({ label }) => widthOf(label));
  return {
    left: Math.ceil(em * (TICK + 2 * GAP + Math.max(1.4, ...labels) + LINE + 0.2)),
    right: Math.ceil(em * 0.9),
    top: Math.ceil(em * 0.6),
    bottom: Math.ceil(em * (TICK + GAP + 2 * LINE + 0.35)),
  };
}

/** The live page's axes: an SVG that is the pane and its margins, the pane's corner at (0, 0). */
export function paneAxes(plane: Plane, { width, height }: Size, options: PaneOptions): string {
  const { left, right, top, bottom } = marginsOf(plane, height, options.em);
  const box = { x: -left, y: -top, width: left + width + right, height: top + height + bottom };
  const pane = { x: 0, y: 0, width, height };
  return documentOf(box, { 'aria-hidden': 'true' }, [
    frame(pane, options),
    ...axes(plane, pane, options),
    ...overlays(plane, pane, options),
  ]);
}

/** A hairline around the pane that covers none of its pixels. */
export function frame({ x, y, width, height }: Rectangle, options: PaneOptions): Markup {
  const line = hairlineOf(options);
  return element('rect', {
    x: x - line / 2,
    y: y - line / 2,
    width: width + line,
    height: height + line,
    fill: 'none',
    stroke: inkOf(options.theme).rule,
    'stroke-width': line,
  });
}

/** Ticks, their labels and the axes' names. */
export function axes(plane: Plane, pane: Rectangle, options: PaneOptions): readonly Markup[] {
  const { kind, theme, fonts, em, translate } = options;
  const ink = inkOf(theme);
  const { x: left, width, height } = pane;
  const bottom = pane.y + height;
  const plain = { size: em, fill: ink.quiet, fonts };
  const name: Pick<TextStyle, 'size' | 'fill' | 'fonts' | 'anchor'> = {
    size: 1.1 * em,
    fill: ink.text,
    fonts,
    anchor: 'middle',
  };
  const [xAxis, yAxis] = [planeTicks(plane.x, width, em), planeTicks(plane.y, height, em)];
  const [xTicks, yTicks] = [xAxis.ticks, yAxis.ticks];
  const marginLeft = marginsOf(plane, height, em).left;
  return [
    tickMarks(xTicks, yTicks, pane, options),
    ...xTicks.map(({ position, label }) => {
      const [x, y] = [left + position * width, bottom + em * (TICK + GAP + 0.75)];
      return textElement(label, { ...plain, x, y, anchor: 'middle' });
    }),
    ...yTicks.map(({ position, label }) => {
      const [x, y] = [left - em * (TICK + GAP), bottom - position * height + 0.36 * em];
      return textElement(label, { ...plain, x, y, anchor: 'end' });
    }),
    textElement(axisName(axisSymbol(plane.x, kind === 'map', translate), xAxis), {
      ...name,
      x: left + width / 2,
      y: bottom + em * (TICK + GAP + 0.75 + 1.6),
    }),
    textElement(axisName(axisSymbol(plane.y, kind === 'map', translate), yAxis), {
      ...name,
      x: left - marginLeft + 1.1 * em,
      y: bottom - height / 2,
      turn: -90,
    }),
  ];
}

/** In em: the radius of a start's dot with a number in it. */
const NUMBERED = 0.6;

/** In em: the radius of a mark along a curve. */
const MARKER = 0.26;

/** In em: the width of a flow's line, and of a rule's dots. */
const WIDTHS = {
  flow: { plain: 0.14, faint: 0.1, band: 0.5 },
  rule: { plain: 0.24, faint: 0.18, band: 0.5 },
};

/**
 * The trajectories of these starts, cut off at the pane's edge, each from a dot at its start. A flow's
 * are lines; a rule's are dots at its iterates, as nothing lies between them.
 */
export function curves(
  plane: Plane,
  pane: Rectangle,
  drawn: readonly Curve[],
  { theme, em, fonts }: PaneOptions,
): readonly Markup[] {
  // Trajectories move through the phase space alone.
  if (drawn.length === 0 || !isSlice(plane)) return [];
  const { x, y, width, height } = pane;
  const own = { x: 0, y: 0, width, height };
  // Line ends and joints beyond the edge are not seen.
  const clipBox = { x: -2 * em, y: -2 * em, width: width + 4 * em, height: height + 4 * em };
  const lines: Markup[] = [];
  const dots: Markup[] = [];
  for (const { trajectory, colour, style, number } of drawn) {
    const { kind } = trajectory;
    const points = pointsOf(trajectory, plane, own);
    const data =
      kind === 'rule' ? dotsOf(points, clipBox) : pathOf(simplifyLine(clipLine(points, clipBox)));
    const line = WIDTHS[kind][style ?? 'plain'] * em;
    if (style === 'band') {
      lines.push(bandAlong(data, colour, line, kind));
      continue;
    }
    lines.push(outlined(data, colour, line, theme, style === 'faint'));
    if (style === 'faint') continue;
    if (number !== undefined) {
      const marker = { number, colour, background: inkOf(theme).background };
      lines.push(...markersAlong(marker, points, pane, MARKER * em));
    }
    dots.push(...startDot([points[0]!, points[1]!], colour, number, { theme, em, fonts }));
  }
  // An inner svg clips without an id, and ids would clash in a page with many figures.
  return [element('svg', { x, y, width, height, overflow: 'hidden' }, [...lines, ...dots])];
}

/** Wide and translucent, below what is compared with it. */
function bandAlong(data: string, stroke: string, width: number, kind: Trajectory['kind']): Markup {
  return element('path', {
    d: data,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-opacity': 0.3,
    ...(kind === 'rule' && { 'stroke-linecap': 'round' }),
    'stroke-linejoin': 'round',
  });
}

/** Where a trajectory starts, with its number. */
function startDot(
  [cx, cy]: readonly [number, number],
  fill: string,
  number: number | undefined,
  { theme, em, fonts }: Omit<PaneOptions, 'kind'>,
): readonly Markup[] {
  const { background } = inkOf(theme);
  const r = (number === undefined ? 0.3 : NUMBERED) * em;
  const dot = element('circle', {
    cx,
    cy,
    r,
    fill,
    stroke: background,
    'stroke-width': 0.1 * em,
  });
  if (number === undefined) return [dot];
  const place = { x: cx, y: cy + 0.29 * em, anchor: 'middle' } as const;
  const text = { ...place, size: 0.8 * em, fill: background, fonts, bold: true };
  return [dot, textElement(String(number), text)];
}

function pointsOf(trajectory: Trajectory, slice: Slice, pane: Rectangle): number[] {
  const width = TRAJECTORY_COLUMNS.length;
  const points: number[] = [];
  for (let i = 0; i < trajectory.times.length; i++) {
    const x = trajectory.samples[i * width + indexOf(slice.x.component)]!;
    const y = trajectory.samples[i * width + indexOf(slice.y.component)]!;
    points.push(...placeInPane(slice, pane, x, y));
  }
  return points;
}

function tickMarks(
  xTicks: readonly Tick[],
  yTicks: readonly Tick[],
  { x, y, width, height }: Rectangle,
  options: PaneOptions,
): Markup {
  const { theme, em } = options;
  const bottom = y + height;
  const down = xTicks.map(
    ({ position }) => `M${(x + position * width).toFixed(1)} ${bottom}v${(TICK * em).toFixed(1)}`,
  );
  const left = yTicks.map(
    ({ position }) => `M${x} ${(bottom - position * height).toFixed(1)}h${(-TICK * em).toFixed(1)}`,
  );
  return element('path', {
    d: [...down, ...left].join(''),
    stroke: inkOf(theme).rule,
    'stroke-width': hairlineOf(options),
  });
}
