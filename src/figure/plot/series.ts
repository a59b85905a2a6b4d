import type { Trajectory } from '../../experiment/engine.ts';
import type { Rectangle } from '../rectangle.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import { rangeOfSeries, ticksOfSeries, type SeriesScale } from './series-range.ts';
import { documentOf, element, pathOf, type Markup } from '../svg.ts';
import { inkOf, type Fonts, type Ink, type Theme } from '../colour/theme.ts';
import { dotsOf } from './dots.ts';
import { markerAt, markersAlong } from './markers.ts';
import { thinned } from './thin.ts';
import { linearTicks } from '../axes.ts';

export interface SeriesLine {
  /** As many as the plot's times. Not finite: a gap. */
  readonly values: ArrayLike<number>;
  /** CSS. */
  readonly colour: string;
  /** Named in the plot's upper right corner. */
  readonly name?: string;
  /** Of its start, where several are told apart without their colours. */
  readonly number?: number;
  /** A band lies below the lines, wide and faint: what they are compared with. */
  readonly style?: 'dashed' | 'band';
}

/** SVG attributes of each style: of a flow's lines, and of a rule's dots and short dashes. */
const STYLES = {
  flow: {
    plain: { 'stroke-width': 1.4 },
    dashed: { 'stroke-width': 1.4, 'stroke-dasharray': '5 3' },
    band: { 'stroke-width': 5, 'stroke-opacity': 0.3 },
  },
  rule: {
    plain: { 'stroke-width': 2.6, 'stroke-linecap': 'round' },
    dashed: { 'stroke-width': 1.2 },
    band: { 'stroke-width': 5, 'stroke-opacity': 0.3, 'stroke-linecap': 'round' },
  },
};

/** The width of a rule's dashes, in pixels. */
const DASH = 4;

/** Font size where none is asked for. */
const EM = 11;

/** In em: the radius of a mark along a line. */
const MARKER = 0.22;

/** Of a sample of a line beside its name, in em. */
const SAMPLE = 1.5;

export interface SeriesSpec {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly times: ArrayLike<number>;
  /** A rule's values are dots: nothing lies between its iterates. */
  readonly kind: Trajectory['kind'];
  readonly lines: readonly SeriesLine[];
  readonly scale: SeriesScale;
  /** What the values are, Unicode: `|θ|(t)`. */
  readonly title: string;
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Font size. */
  readonly em?: number;
  /** A dashed line at a value: ε, for instance. */
  readonly level?: number | undefined;
  /** The title is said elsewhere, and its place left free. */
  readonly untitled?: boolean;
}

/** The rectangle of the data, in pixels, and how values get there. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(time: number): number;
  y(value: number): number;
}

/** A time series as a whole SVG: lines over thin rules at a few values, time below. */
export function seriesPlot(spec: SeriesSpec): string {
  const { width, height, times, scale, theme, fonts, em = EM } = spec;
  const ink = inkOf(theme);
  const [top, bottom] = [2 * em, height - 1.8 * em];
  const range = rangeOfSeries(spec.lines, scale);
  const yTicks = ticksOfSeries(range, scale, bottom - top, em);
  const left = Math.ceil(em * (0.6 + Math.max(1.4, ...yTicks.map(({ label }) => widthOf(label)))));
  const span = { min: times[0] ?? 0, max: Math.max(times[times.length - 1] ?? 1, 1e-9) };
  const right = width - em * marginOf(span, width / em);
  const plot: Plot = {
    left,
    right,
    top,
    bottom,
    x: (time) => left + ((time - span.min) / (span.max - span.min)) * (right - left),
    y: (value) => bottom - range.positionOf(value) * (bottom - top),
  };
  const text = { size: em, fill: ink.quiet, fonts };
  return documentOf({ x: 0, y: 0, width, height }, { role: 'img', 'aria-label': spec.title }, [
    ...(spec.untitled
      ? []
      : [textElement(spec.title, { ...text, x: left, y: em, fill: ink.text })]),
    ...names(spec, plot, em),
    ...yTicks.flatMap(({ value, label }) => [
      rule(plot, plot.y(value), ink),
      textElement(label, {
        ...text,
        x: left - 0.6 * em,
        y: plot.y(value) + 0.36 * em,
        anchor: 'end',
      }),
    ]),
    ...linearTicks(span, right - left, em).map(({ value, label }) =>
      textElement(label, { ...text, x: plot.x(value), y: height - 0.4 * em, anchor: 'middle' }),
    ),
    textElement('t', { ...text, x: right + 0.7 * em, y: bottom, fill: ink.text, anchor: 'middle' }),
    ...(spec.level === undefined ? [] : [dashed(plot, plot.y(spec.level), ink)]),
    clipped(spec, plot),
  ]);
}

/** Room at the right for half of the last time, in em. @param length of the axis, about, in em */
function marginOf(span: { readonly min: number; readonly max: number }, length: number): number {
  const last = linearTicks(span, length, 1).at(-1);
  return Math.max(1, last ? 0.1 + widthOf(last.label) / 2 : 0);
}

/** The lines' names with samples, right-aligned in the title's row, each in its line's colour. */
function names(
  { lines, kind, fonts, theme }: SeriesSpec,
  { right }: Plot,
  em: number,
): readonly Markup[] {
  const { background } = inkOf(theme);
  let end = right;
  // Lines are in the order in which they are drawn, names in that of their starts.
  return lines
    .filter(({ name }) => name !== undefined)
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .toReversed()
    .flatMap(({ name, colour, style, number }) => {
      const label = textElement(name!, {
        x: end,
        y: em,
        size: em,
        fill: colour,
        fonts,
        anchor: 'end',
      });
      const middle = em * 0.65;
      end -= (widthOf(name!) + 0.4) * em;
      const marks =
        number === undefined
          ? []
          : [
              markerAt(
                { number, colour, background },
                end - (SAMPLE * em) / 2,
                middle,
                MARKER * em,
              ),
            ];
      const sample = element('path', {
        d: sampleOf([end - SAMPLE * em, end], middle, kind, style),
        stroke: colour,
        ...STYLES[kind][style ?? 'plain'],
      });
      end -= (SAMPLE + 0.9) * em;
      return [label, sample, ...marks];
    });
}

/** A flow's values as a line, a rule's as separate marks within the rectangle. */
function pathFor(
  points: readonly number[],
  box: Rectangle,
  kind: SeriesSpec['kind'],
  style: SeriesLine['style'],
): string {
  if (kind === 'flow') return pathOf(thinned(points));
  return dotsOf(points, box, style === 'dashed' ? DASH : 0);
}

/** What stands beside a line's name: a piece of the line, or three marks. */
function sampleOf(
  [left, right]: readonly [number, number],
  y: number,
  kind: SeriesSpec['kind'],
  style: SeriesLine['style'],
): string {
  if (kind === 'flow') return `M${left.toFixed(1)} ${y.toFixed(1)}H${right.toFixed(1)}`;
  const points = [left, (left + right) / 2, right].flatMap((x) => [x, y]);
  return pathFor(points, { x: left, y: 0, width: right - left, height: 2 * y }, kind, style);
}

function rule({ left, right }: Plot, y: number, { rule: stroke }: Ink): Markup {
  return element('path', { d: `M${left} ${y.toFixed(1)}H${right}`, stroke, 'stroke-width': 1 });
}

function dashed({ left, right, top, bottom }: Plot, y: number, { quiet }: Ink): Markup {
  const inside = y >= top && y <= bottom;
  return element('path', {
    d: inside ? `M${left} ${y.toFixed(1)}H${right}` : '',
    stroke: quiet,
    'stroke-width': 1,
    'stroke-dasharray': '3 3',
  });
}

/** An inner svg clips without an id, and ids would clash in a page with many plots. */
function clipped(
  { lines, times, kind, theme, em = EM }: SeriesSpec,
  { left, right, top, bottom, x, y }: Plot,
): Markup {
  const { background } = inkOf(theme);
  const rim = 2;
  const box = { x: left, y: top - rim, width: right - left, height: bottom - top + 2 * rim };
  const paths = lines.flatMap(({ values, colour, style, number }) => {
    const points: number[] = [];
    for (let i = 0; i < times.length; i++) {
      points.push(x(times[i]!) - left, y(values[i]!) - top + rim);
    }
    const line = element('path', {
      d: pathFor(points, { ...box, x: 0, y: 0 }, kind, style),
      fill: 'none',
      stroke: colour,
      ...STYLES[kind][style ?? 'plain'],
      'stroke-linejoin': 'round',
    });
    if (number === undefined) return [line];
    return [line, ...markersAlong({ number, colour, background }, points, box, MARKER * em)];
  });
  return element('svg', { ...box, overflow: 'hidden' }, paths);
}
