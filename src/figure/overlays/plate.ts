import { inkOf } from '../colour/theme.ts';
import type { PaneOptions } from '../pane-geometry.ts';
import { element, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';

/** Words over data, on a plate that lets it through, with their baseline's beginning at (x, y). */
export function plate(
  words: string,
  x: number,
  y: number,
  { theme, fonts, em }: Pick<PaneOptions, 'theme' | 'fonts' | 'em'>,
): readonly Markup[] {
  const { text, background } = inkOf(theme);
  const size = 0.92 * em;
  return [
    element('rect', {
      x: x - 0.3 * em,
      y: y - 0.95 * em,
      width: widthOf(words) * size + 0.6 * em,
      height: 1.3 * em,
      rx: 0.25 * em,
      fill: background,
      'fill-opacity': 0.6,
    }),
    textElement(words, { x, y, size, fonts, fill: text }),
  ];
}
