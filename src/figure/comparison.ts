import type { Plane } from '../experiment/experiment.ts';
import { fractionLine, fractionLineHeight } from './legend/fraction-line.ts';
import { mergeCounts, type LabelCounts } from './legend/label-counts.ts';
import { colourBar, colourBarHeight, colourBarWidth } from './legend/colour-bar.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import type { Figure } from './figure.ts';
import { axes, frame, marginsOf } from './pane.ts';
import { overlays } from './overlays/index.ts';
import type { Rectangle } from './rectangle.ts';
import { textElement, widthOf } from './text/rich-text.ts';
import type { Translate } from './text/translate.ts';
import { documentOf, type Markup } from './svg.ts';
import { inkOf, type Fonts, type Theme } from './colour/theme.ts';
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
  readonly plane: Plane;
  readonly scale: ColourScale;
  /** What occurs in A and in B. */
  readonly labelCounts: readonly [a: LabelCounts, b: LabelCounts];
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
  const { theme, fonts, translate } = spec;
  const em = side / SIDE_IN_EM;
  const options = { kind: 'map' as const, theme, fonts, em, translate };
  const ink = inkOf(theme);
  const margins = marginsOf(plane, side, em);
  const above = fractionLineHeight(scale);
  const y = Math.round((SPACE.pad + SPACE.title + SPACE.heading + above) * em);
  const legendWidth = (of: ColourScale) =>
    SPACE.legend * em + colourBarWidth(of, side, em, translate);
  const step = margins.left + side + SPACE.between * em;
  const first = SPACE.pad * em + margins.left;
  const lefts = [first, first + step, first + 2 * step + legendWidth(scale)].map(Math.round);
  const panes = lefts.map((x): Rectangle => ({ x, y, width: side, height: side }));
  const end = lefts[2]! + side + (differences ? legendWidth(differences.scale) : 0);
  const width = Math.ceil(end + SPACE.pad * em);
  const bars = [scale, ...(differences ? [differences.scale] : [])];
  const highest = Math.max(...bars.map((bar) => colourBarHeight(bar, side, em, translate)));
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
      text(ellipsis(name, SIDE_IN_EM - offset), x + offset * em, baseline, ink.quiet),
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
    ...(above > 0
      ? labelCounts.map((counts, i) => fractionLine(scale, counts, panes[i]!, options))
      : []),
    colourBar(scale, legendAt(panes[1]!, labelCounts.reduce(mergeCounts))),
    ...(differences
      ? [colourBar(differences.scale, legendAt(panes[2]!, differences.labelCounts))]
      : []),
    ...lines.map((line, i) => text(line, first, bottom + (1.6 + 1.6 * i) * em, ink.quiet)),
  ]);
  return { width, height, panes, svg };
}
