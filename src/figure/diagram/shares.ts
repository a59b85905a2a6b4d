/** Shares of outcomes over the axis, as stacked areas in the labels' colours, and their legend. */
import { outcomeText } from '../../experiment/texts.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { englishOf } from '../../models/message.ts';
import { outcomeColours } from '../colour/outcome-colours.ts';
import { cssOf, entryOf, inkOf, type Fonts, type Theme } from '../colour/theme.ts';
import type { Rectangle } from '../rectangle.ts';
import { element, numeral, type Markup } from '../svg.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import type { Translate } from '../text/translate.ts';

const LABELS = OUTCOMES.length;

/** In em: a swatch, what is behind it, behind its word, and the distance of rows. */
const SWATCH = { side: 0.8, gap: 0.4, after: 1.2, row: 1.6 } as const;

/** @param shares column by column, of each of `OUTCOMES` */
export function stackedAreas(
  shares: ArrayLike<number>,
  { x, y, width, height }: Rectangle,
  theme: Theme,
): readonly Markup[] {
  const columns = shares.length / LABELS;
  const colours = outcomeColours(theme);
  const tops = new Float64Array(columns);
  const areas: Markup[] = [];
  for (let code = 0; code < LABELS; code++) {
    let occurs = false;
    for (let i = 0; i < columns; i++) {
      const share = shares[i * LABELS + code]!;
      occurs ||= share > 0;
      tops[i] = tops[i]! + share;
    }
    if (!occurs) continue;
    const right = (i: number) => numeral(x + (width * i) / columns);
    const top = (i: number) => numeral(y + height * (1 - Math.min(1, tops[i]!)));
    let data = `M${numeral(x)} ${numeral(y + height)}`;
    for (let i = 0; i < columns; i++) {
      if (i === 0 || tops[i] !== tops[i - 1]) data += `V${top(i)}`;
      if (i === columns - 1 || tops[i] !== tops[i + 1]) data += `H${right(i + 1)}`;
    }
    data += `V${numeral(y + height)}z`;
    areas.push(element('path', { d: data, fill: cssOf(entryOf(colours, code)) }));
  }
  // Each goes down to the bottom, behind those before it, so that no seam shows between two.
  return areas.toReversed();
}

/** The labels that occur. */
export function labelsIn(shares: ArrayLike<number>): readonly number[] {
  const codes = Array.from({ length: LABELS }, (_, code) => code);
  return codes.filter((code) =>
    Array.from({ length: shares.length / LABELS }, (_, i) => shares[i * LABELS + code]!).some(
      (share) => share > 0,
    ),
  );
}

interface LegendOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly em: number;
  readonly theme: Theme;
  readonly fonts: Fonts;
  readonly translate?: Translate | undefined;
}

/** Swatches with words in lines. @param codes of the labels that occur */
export function sharesLegend(
  codes: readonly number[],
  { x, y, width, em, theme, fonts, translate = englishOf }: LegendOptions,
): { readonly markup: readonly Markup[]; readonly height: number } {
  const colours = outcomeColours(theme);
  const markup: Markup[] = [];
  let [left, top] = [x, y];
  for (const code of codes) {
    const word = translate(outcomeText(OUTCOMES[code]!));
    const side = SWATCH.side * em;
    const room = side + (SWATCH.gap + widthOf(word)) * em;
    if (left > x && left + room > x + width) [left, top] = [x, top + SWATCH.row * em];
    markup.push(
      element('rect', {
        x: left,
        y: top + 0.15 * em,
        width: side,
        height: side,
        rx: 0.12 * em,
        fill: cssOf(entryOf(colours, code)),
      }),
      textElement(word, {
        x: left + side + SWATCH.gap * em,
        y: top + 0.86 * em,
        size: em,
        fill: inkOf(theme).text,
        fonts,
      }),
    );
    left += room + SWATCH.after * em;
  }
  return { markup, height: top - y + SWATCH.row * em };
}
