import { cssOf, entryOf, inkOf, type Fonts, type Theme } from '../colour/theme.ts';
import type { ColourScale } from '../colour/colour-scale.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { formatFraction, type LabelCounts } from './label-counts.ts';

/** In em: a swatch's side, what is behind it, and what is behind its number. */
const SWATCH = { side: 0.8, gap: 0.35, after: 0.9 } as const;

/** In em: the line, and what is between its baseline and the map. */
const LINE = { height: 1.5, gap: 0.75 } as const;

/** The height in em that the line takes above each map: none where the measure is a number. */
export function fractionLineHeight({ transform }: ColourScale): number {
  return transform === 'labels' ? LINE.height : 0;
}

interface LineStyle {
  readonly em: number;
  readonly theme: Theme;
  readonly fonts: Fonts;
}

/** How often a label occurs in one map. */
export interface Fraction {
  /** Its index in `OUTCOMES`. */
  readonly code: number;
  readonly count: number;
}

/** The labels that occur, the most frequent first. */
export function fractionsOf({ outcomes }: LabelCounts): readonly Fraction[] {
  return outcomes
    .map((count, code) => ({ code, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/**
 * The fractions of one map's labels in a line above it, each behind the swatch of its label; what has no
 * room is summed up at the end. For figures of several maps, whose legend explains the colours.
 */
export function fractionLine(
  { labels }: ColourScale,
  counts: LabelCounts,
  { x, y: top, width }: Rectangle,
  { em, theme, fonts }: LineStyle,
): Markup {
  const y = top - LINE.gap * em;
  const text = ({ count }: Fraction) => formatFraction(count, counts.count);
  const widths = (fractions: readonly Fraction[]) =>
    fractions.reduce(
      (sum, each) => sum + SWATCH.side + SWATCH.gap + widthOf(text(each)) + SWATCH.after,
      -SWATCH.after,
    );
  const all = fractionsOf(counts);
  const rest = widthOf('… >99%') + SWATCH.after;
  let shown = all;
  while (shown.length > 1 && widths(shown) + (shown.length < all.length ? rest : 0) > width / em) {
    shown = shown.slice(0, -1);
  }
  const left = all.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  const { quiet: fill } = inkOf(theme);
  const parts = shown.flatMap((each, i) => {
    const at = x + (i === 0 ? 0 : (widths(shown.slice(0, i)) + SWATCH.after) * em);
    const side = SWATCH.side * em;
    return [
      element(
        'rect',
        {
          x: at,
          y: y - side + 0.04 * em,
          width: side,
          height: side,
          rx: 0.12 * em,
          fill: cssOf(entryOf(labels, each.code)),
        },
        [element('title', {}, [OUTCOMES[each.code]!])],
      ),
      textElement(text(each), { x: at + side + SWATCH.gap * em, y, size: em, fill, fonts }),
    ];
  });
  if (left > 0) {
    const at = x + (widths(shown) + SWATCH.after) * em;
    const sum = `… ${formatFraction(left, counts.count)}`;
    parts.push(textElement(sum, { x: at, y, size: em, fill, fonts }));
  }
  return element('g', { class: 'fractions' }, parts);
}
