import { textElement, widthOf } from '../text/rich-text.ts';
import { rangeOfSeries, ticksOfSeries, type SeriesScale } from './series-range.ts';
import { documentOf, element, pathOf, type Markup } from '../svg.ts';
import { inkOf, type Fonts, type Ink, type Theme } from '../colour/theme.ts';
import { thinned } from './thin.ts';
import { linearTicks } from '../axes.ts';

export interface SeriesLine {
  /** As many as the plot's times. Not finite: a gap. */
  readonly values: ArrayLike<number>;
  /** CSS. */
  readonly colour: string;
  /** Named in the plot's upper right corner. */
  readonly name?: string;
  /** A band lies below the lines, wide and faint: what they are compared with. */
  readonly style?: 'dashed' | 'band';
}

/** SVG attributes of each style. */
const STYLES = {
  plain: { 'stroke-width': 1.4 },
  dashed: { 'stroke-width': 1.4, 'stroke-dasharray': '5 3' },
  band: { 'stroke-width': 5, 'stroke-opacity': 0.3 },
};

/** Of a sample of a line beside its name, in em. */
const SAMPLE = 1.5;

export interface SeriesSpec {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly times: ArrayLike<number>;
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
  const { width, height, times, scale, theme, fonts, em = 11 } = spec;
  const ink = inkOf(theme);
  const [top, bottom] = [2 * em, height - 1.8 * em];
  const range = rangeOfSeries(spec.lines, scale);
  const yTicks = ticksOfSeries(range, scale, bottom - top, em);
  const left = Math.ceil(em * (0.6 + Math.max(1.4, ...yTicks.map(({ label }) => widthOf(label)))));
  const right = width - em;
  const span = { min: times[0] ?? 0, max: Math.max(times[times.length - 1] ?? 1, 1e-9) };
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

/** The lines' names with samples, right-aligned in the title's row, each in its line's colour. */
function names({ lines, fonts }: SeriesSpec, { right }: Plot, em: number): readonly Markup[] {
  let end = right;
  return lines
    .toReversed()
    .filter(({ name }) => name !== undefined)
    .flatMap(({ name, colour, style }) => {
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
      const sample = element('path', {
        d: `M${(end - SAMPLE * em).toFixed(1)} ${middle.toFixed(1)}H${end.toFixed(1)}`,
        stroke: colour,
        ...STYLES[style ?? 'plain'],
      });
      end -= (SAMPLE + 0.9) * em;
      return [label, sample];
    });
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
function clipped({ lines, times }: SeriesSpec, { left, right, top, bottom, x, y }: Plot): Markup {
  const rim = 2;
  const paths = lines.map(({ values, colour, style }) => {
    const points: number[] = [];
    for (let i = 0; i < times.length; i++) {
      points.push(x(times[i]!) - left, y(values[i]!) - top + rim);
    }
    return element('path', {
      d: pathOf(thinned(points)),
      fill: 'none',
      stroke: colour,
      ...STYLES[style ?? 'plain'],
      'stroke-linejoin': 'round',
    });
  });
  const box = { x: left, y: top - rim, width: right - left, height: bottom - top + 2 * rim };
  return element('svg', { ...box, overflow: 'hidden' }, paths);
}
