import type { Plane } from '../experiment/experiment.ts';
import type { PhasePortrait } from '../experiment/theory/phase-plane.ts';
import type { ShownTheory } from '../experiment/theory/theory-line.ts';
import { AGREED } from './difference.ts';
import { fractionLine, fractionLineHeight } from './legend/fraction-line.ts';
import { mergeCounts, type LabelCounts } from './legend/label-counts.ts';
import type { LegendPlace } from './legend/legend-place.ts';
import { englishOf } from '../models/message.ts';
import { mapLegend, mapLegendHeight, mapLegendWidth } from './legend/map-legend.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import type { Figure } from './figure.ts';
import { axes, frame, marginsOf } from './pane.ts';
import { overlays } from './overlays/index.ts';
import { portraitMarks } from './overlays/phase-portrait.ts';
import { theoryLines } from './overlays/theory-lines.ts';
import type { Rectangle } from './rectangle.ts';
import { textElement, widthOf } from './text/rich-text.ts';
import { FIGURE_MESSAGES, type Translate } from './text/translate.ts';
import { documentOf, element, type Markup } from './svg.ts';
import { cssOf, entryOf, inkOf, type Fonts, type Theme } from './colour/theme.ts';
import { ellipsis, wrap } from './text/wrap.ts';

/** A map's side in em. */
const SIDE_IN_EM = 36;

/** In em: around everything, between panes, before a legend, above panes for titles and headings. */
const SPACE = { pad: 1.8, between: 1.2, legend: 1.2, title: 2.6, heading: 2.1 } as const;

/** Maps of A and B in one scale of colours, and one of their difference in its own. */
export interface ComparisonSpec {
  readonly title: string;
  /** Lines below the maps, each broken where it has to be. */
  readonly captions: readonly string[];
  /** What A, B and their difference are, in words. */
  readonly names: readonly [a: string, b: string, difference: string];
  /** Of each map, in pixels. */
  readonly side: number;
  /** Of ticks and captions. Default: as fits the side. */
  readonly fontSize?: number | undefined;
  readonly plane: Plane;
  readonly scale: ColourScale;
  /** What occurs in A and in B. */
  readonly labelCounts: readonly [a: LabelCounts, b: LabelCounts];
  /** Over A and over B. */
  readonly theory?: readonly [a: ShownTheory, b: ShownTheory];
  /** Marked in A and in B. */
  readonly portraits?: readonly [a: PhasePortrait | undefined, b: PhasePortrait | undefined];
  /** Of the difference; undefined where labels are compared, whose colours are those of A and B. */
  readonly differences?: { readonly scale: ColourScale; readonly labelCounts: LabelCounts };
  readonly theme: Theme;
  readonly fonts: Fonts;
  /** Default: English. */
  readonly translate?: Translate;
}

/** Lays out the picture of a comparison. Its SVG paints no background. */
export function layoutComparison(spec: ComparisonSpec): Figure {
  const { title, captions, names, side, plane, scale, labelCounts, differences } = spec;
  const { theme, fonts, translate, theory = [], portraits = [] } = spec;
  const em = spec.fontSize ?? side / SIDE_IN_EM;
  const hairline = spec.fontSize && spec.fontSize / 14;
  const options = { kind: 'map' as const, theme, fonts, em, hairline, translate };
  const ink = inkOf(theme);
  const margins = marginsOf(plane, side, em);
  const above = fractionLineHeight(scale);
  const y = Math.round((SPACE.pad + SPACE.title + SPACE.heading + above) * em);
  const legendWidth = (of: ColourScale) =>
    SPACE.legend * em + mapLegendWidth({ scale: of, translate }, side, em);
  const step = margins.left + side + SPACE.between * em;
  const first = SPACE.pad * em + margins.left;
  // The colours of labels are those of all three maps: their legend stands behind the last.
  const between = differences ? legendWidth(scale) : 0;
  const lefts = [first, first + step, first + 2 * step + between].map(Math.round);
  const panes = lefts.map((x): Rectangle => ({ x, y, width: side, height: side }));
  const last = differences?.scale ?? scale;
  const end = lefts[2]! + side + legendWidth(last);
  const width = Math.ceil(end + SPACE.pad * em);
  const bars = [scale, ...(differences ? [differences.scale] : [])];
  const key = differences ? 0 : STRIPES_KEY.height * em;
  const highest =
    key + Math.max(...bars.map((bar) => mapLegendHeight({ scale: bar, translate }, side, em)));
  const bottom = y + Math.max(side + margins.bottom, highest);
  const lines = captions.flatMap((caption) => wrap(caption, (width - 2 * first) / em));
  const height = Math.ceil(bottom + (1.4 + 1.6 * lines.length + SPACE.pad) * em);

  const text = (content: string, x: number, baseline: number, fill: string): Markup =>
    textElement(content, { x, y: baseline, size: em, fill, fonts });
  const heading = (letter: string, name: string, x: number): readonly Markup[] => {
    const offset = widthOf(letter, true) + 0.7;
    const baseline = y - (0.85 + above) * em;
    return [
      textElement(letter, { x, y: baseline, size: em, fill: ink.text, fonts, bold: true }),
      text(ellipsis(name, side / em - offset), x + offset * em, baseline, ink.quiet),
    ];
  };
  const legendAt = (pane: Rectangle, of: LabelCounts) => ({
    x: pane.x + side + SPACE.legend * em,
    y,
    height: side,
    em,
    theme,
    fonts,
    labelCounts: of,
    shared: true,
    translate,
  });
  const svg = documentOf({ x: 0, y: 0, width, height }, {}, [
    textElement(title, {
      x: first,
      y: (SPACE.pad + 1.05) * em,
      size: 1.4 * em,
      fill: ink.text,
      fonts,
      bold: true,
    }),
    ...panes.flatMap((pane, i) => [
      ...heading(['A', 'B', 'A − B'][i]!, names[i]!, pane.x),
      frame(pane, options),
      ...axes(plane, pane, options),
      ...overlays(plane, pane, options),
    ]),
    ...theory.flatMap((shown, i) => theoryLines(shown, plane, panes[i]!, options)),
    ...portraits.flatMap((portrait, i) => portraitMarks(portrait ?? {}, plane, panes[i]!, options)),
    ...(above > 0
      ? labelCounts.map((counts, i) => fractionLine(scale, counts, panes[i]!, options))
      : []),
    mapLegend({ scale }, legendAt(panes[differences ? 1 : 2]!, labelCounts.reduce(mergeCounts))),
    ...(differences
      ? [mapLegend({ scale: differences.scale }, legendAt(panes[2]!, differences.labelCounts))]
      : stripesKey(spec, legendAt(panes[2]!, labelCounts[0]), highest - key)),
    ...lines.map((line, i) => text(line, first, bottom + (1.6 + 1.6 * i) * em, ink.quiet)),
  ]);
  return { width, height, panes, svg };
}

/** In em: of a swatch, between its lines, and all in all. */
const STRIPES_KEY = { width: 2, line: 1.75, height: 4.2 } as const;

/** What faint and striped places of the third map say, below the legend. @param top of the key */
function stripesKey(
  { labelCounts, scale, translate = englishOf }: ComparisonSpec,
  { x, y, em, theme, fonts }: Pick<LegendPlace, 'x' | 'y' | 'em' | 'theme' | 'fonts'>,
  top: number,
): readonly Markup[] {
  const ink = inkOf(theme);
  // Two labels that occur, for an example.
  const codes = labelCounts
    .reduce(mergeCounts)
    .outcomes.map((count, code) => ({ count, code }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ code }) => cssOf(entryOf(scale.labels, code)));
  const width = STRIPES_KEY.width * em;
  const swatch = (row: number, stripes: number): readonly Markup[] =>
    Array.from({ length: stripes }, (_, i) =>
      element('rect', {
        x: x + (i * width) / stripes,
        y: y + top + (row * STRIPES_KEY.line + 0.6) * em,
        width: width / stripes,
        height: 0.95 * em,
        fill: codes[i % 2]!,
        'fill-opacity': stripes === 1 ? AGREED : undefined,
      }),
    );
  const words = [FIGURE_MESSAGES.faint, FIGURE_MESSAGES.striped];
  return words.flatMap((word, row) => [
    ...swatch(row, row === 0 ? 1 : 6),
    textElement(translate(word), {
      x: x + width + 0.6 * em,
      y: y + top + (row * STRIPES_KEY.line + 1.43) * em,
      size: em,
      fill: ink.text,
      fonts,
    }),
  ]);
}
