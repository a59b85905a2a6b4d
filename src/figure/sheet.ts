import type { Results } from '../experiment/engine.ts';
import type { RowLayout } from '../experiment/ensemble/rows.ts';
import type { Plane } from '../experiment/experiment.ts';
import type { PhasePortrait } from '../experiment/theory/phase-plane.ts';
import { NO_LINES, type ShownTheory } from '../experiment/theory/theory-line.ts';
import { fractionLine, fractionLineHeight } from './legend/fraction-line.ts';
import { mergeCounts, type LabelCounts } from './legend/label-counts.ts';
import { mapLegend, mapLegendHeight, mapLegendWidth } from './legend/map-legend.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import type { Figure } from './figure.ts';
import { axes, frame, marginsOf } from './pane.ts';
import { type PaneOptions } from './pane-geometry.ts';
import { overlays } from './overlays/index.ts';
import { portraitMarks } from './overlays/phase-portrait.ts';
import { theoryLines } from './overlays/theory-lines.ts';
import type { Rectangle } from './rectangle.ts';
import { textElement } from './text/rich-text.ts';
import type { Translate } from './text/translate.ts';
import { documentOf, type Markup } from './svg.ts';
import { inkOf, type Fonts, type Theme } from './colour/theme.ts';
import { ellipsis, wrap } from './text/wrap.ts';

/** A map's side in em, and the smallest letters that can be read. */
const SIDE_IN_EM = 20;
const MIN_EM = 9;

/** In em: around everything, between maps, above a map for its title, and for the sheet's title. */
const SPACE = { pad: 2, between: 1.3, heading: 2.4, title: 2.6, legend: 1.6 } as const;

/** Many maps on one plane, in one scale of colours with one legend. */
export interface SheetSpec {
  readonly title: string;
  /** One line that says what made all maps; it is broken where it has to be. */
  readonly caption: string;
  /** Of the maps, row by row from the upper left. */
  readonly titles: readonly string[];
  /** Maps in a row. */
  readonly columns: number;
  /** Of each map, in pixels. */
  readonly side: number;
  /** Of ticks and caption. Default: as fits the side. */
  readonly fontSize?: number | undefined;
  readonly plane: Plane;
  readonly scale: ColourScale;
  /** What occurs in each map. */
  readonly labelCounts: readonly LabelCounts[];
  /** Over each map. */
  readonly theory?: readonly ShownTheory[];
  /** Marked in each map. */
  readonly portraits?: readonly (PhasePortrait | undefined)[];
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Default: English. */
  readonly translate?: Translate;
}

/** Lays out the sheet. Its SVG paints no background. */
export function layoutSheet(spec: SheetSpec): Figure {
  const { title, caption, side, scale, labelCounts, theme, fonts, translate } = spec;
  const em = spec.fontSize ?? Math.max(MIN_EM, side / SIDE_IN_EM);
  const hairline = spec.fontSize && spec.fontSize / 14;
  const options = { kind: 'map' as const, theme, fonts, em, hairline, translate };
  const { panes, right, bottom } = placesOf(spec, em);
  const { x, y } = panes[0]!;
  const legend = {
    x: right + SPACE.legend * em,
    y,
    height: side,
    em,
    theme,
    fonts,
    labelCounts: labelCounts.reduce(mergeCounts),
    shared: true,
    translate,
  };
  const ofMaps = { scale, translate };
  const width = Math.ceil(legend.x + mapLegendWidth(ofMaps, side, em) + SPACE.pad * em);
  const lines = wrap(caption, (right - x) / em);
  const lowest = Math.max(bottom, y + mapLegendHeight(ofMaps, side, em));
  const height = Math.ceil(lowest + (1.4 + 1.6 * lines.length + SPACE.pad) * em);
  const ink = inkOf(theme);
  const line = (text: string, row: number): Markup => {
    const at = { x, y: lowest + (1.6 + 1.6 * row) * em };
    return textElement(text, { ...at, size: em, fill: ink.quiet, fonts });
  };
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    textElement(ellipsis(title, (width - x) / (1.5 * em), true), {
      x,
      y: (SPACE.pad + 1.1) * em,
      size: 1.5 * em,
      fill: ink.text,
      fonts,
      bold: true,
    }),
    ...panes.flatMap((pane, i) => cell(spec, i, pane, options)),
    mapLegend(ofMaps, legend),
    ...lines.map(line),
  ]);
  return { width, height, panes, svg };
}

/** Every sixteenth row of all maps: a common scale's range needs no more. */
export function sampleOfMaps({ columns }: RowLayout, maps: readonly Results[]): Float64Array {
  const every = 16;
  const width = columns.length;
  const counts = maps.map(({ length }) => Math.floor(length / width / every));
  const sample = new Float64Array(width * counts.reduce((sum, count) => sum + count, 0));
  let to = 0;
  maps.forEach((results, map) => {
    for (let i = 0; i < counts[map]!; i++, to += width) {
      const from = width * every * i;
      sample.set(results.subarray(from, from + width), to);
    }
  });
  return sample;
}

/** Where the maps go, and where they end. */
function placesOf({ titles, columns, side, plane, scale }: SheetSpec, em: number) {
  const margins = marginsOf(plane, side, em);
  const heading = SPACE.heading + fractionLineHeight(scale);
  const panes = titles.map((_, i): Rectangle => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const above = (SPACE.pad + SPACE.title + heading) * em;
    return {
      x: Math.round(
        SPACE.pad * em + margins.left + column * (side + margins.left + SPACE.between * em),
      ),
      y: Math.round(above + row * (side + margins.bottom + heading * em)),
      width: side,
      height: side,
    };
  });
  return {
    panes,
    right: Math.max(...panes.map(({ x }) => x + side)),
    bottom: Math.max(...panes.map(({ y }) => y + side)) + margins.bottom,
  };
}

/** Everything of a map but its pixels. */
function cell(
  { titles, plane, scale, labelCounts, theory = [], portraits }: SheetSpec,
  index: number,
  pane: Rectangle,
  options: PaneOptions,
): readonly Markup[] {
  const { theme, fonts, em } = options;
  const above = fractionLineHeight(scale);
  return [
    textElement(ellipsis(titles[index]!, pane.width / em, true), {
      x: pane.x,
      y: pane.y - (0.8 + above) * em,
      size: em,
      fill: inkOf(theme).text,
      fonts,
      bold: true,
    }),
    ...(above > 0 ? [fractionLine(scale, labelCounts[index]!, pane, options)] : []),
    frame(pane, options),
    ...axes(plane, pane, options),
    ...overlays(plane, pane, options),
    ...theoryLines(theory[index] ?? NO_LINES, plane, pane, options),
    ...portraitMarks(portraits?.[index] ?? {}, plane, pane, options),
  ];
}
