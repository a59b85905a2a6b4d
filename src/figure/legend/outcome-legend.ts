import { OUTCOMES } from '../../measures/outcomes.ts';
import { formatFraction, type LabelCounts } from './label-counts.ts';
import type { ColourScale } from '../colour/colour-scale.ts';
import { gradient } from '../colour/gradient.ts';
import type { LegendPlace } from './legend-place.ts';
import { FULL_WIDTH, textElement, widthOf } from '../text/rich-text.ts';
import { outcomeText } from '../../experiment/texts.ts';
import { englishOf, type Message } from '../../models/message.ts';
import { FIGURE_MESSAGES, type Translate } from '../text/translate.ts';
import { element, type Markup } from '../svg.ts';
import { entryOf, inkOf, type RGB, type Theme } from '../colour/theme.ts';

/** In em. */
const SWATCH = { width: 2, height: 0.95, gap: 0.6, row: 1.75 } as const;
const LINE = 1.3;

/** Between columns, in em. */
const COLUMN_GAP = 1.8;

/** What the fading of a swatch says. */
const NOTE: Readonly<Record<Theme, readonly Message[]>> = {
  dark: [FIGURE_MESSAGES.darkerLater, FIGURE_MESSAGES.orLarger, FIGURE_MESSAGES.greyThin],
  light: [FIGURE_MESSAGES.palerLater, FIGURE_MESSAGES.orLarger, FIGURE_MESSAGES.greyThin],
};

/** Of ensembles. */
const ENSEMBLE_NOTE: readonly Message[] = [FIGURE_MESSAGES.largerShare];

interface Row {
  readonly code: number;
  readonly word: string;
  readonly fraction: string;
}

/** Labels as swatches with words: those that occur, with their shares, or all where unknown. */
export function outcomeLegend(scale: ColourScale, place: LegendPlace): readonly Markup[] {
  const { x, y, em, theme, fonts, translate = englishOf } = place;
  const ink = inkOf(theme);
  const width = outcomeLegendWidth(em, translate);
  const shown = rowsOf(place, translate);
  const { rows: inColumn = shown.length } = place;
  const rows = shown.flatMap(({ code, word, fraction }, i) => {
    const left = x + Math.floor(i / inColumn) * (width + COLUMN_GAP * em);
    const right = left + width;
    const top = y + (i % inColumn) * SWATCH.row * em;
    const size = { width: SWATCH.width * em, height: SWATCH.height * em };
    const baseline = top + 0.83 * em;
    const plain = { y: baseline, size: em, fonts };
    const fill = gradient(fading(scale, code), 'across');
    return [
      fill.definition,
      element('rect', { x: left, y: top, ...size, rx: 0.12 * em, fill: fill.reference }),
      textElement(word, { ...plain, x: left + (SWATCH.width + SWATCH.gap) * em, fill: ink.text }),
      ...(fraction
        ? [textElement(fraction, { ...plain, x: right, fill: ink.quiet, anchor: 'end' })]
        : []),
    ];
  });
  const meaning = scale.layout.starts === undefined ? NOTE[theme] : ENSEMBLE_NOTE;
  const words = meaning.map((line) => translate(line));
  // Below a map there is room for both meanings of a fading in one line.
  const lines =
    place.rows === undefined ? words : [joined(words[0]!, words[1]!), ...words.slice(2)];
  const note = lines.map((line, i) =>
    textElement(line, {
      x,
      y: y + (inColumn * SWATCH.row + 0.9 + LINE * i) * em,
      size: 0.92 * em,
      fill: ink.quiet,
      fonts,
    }),
  );
  return [...rows, ...note];
}

/** Two pieces of a sentence; Chinese is written without spaces. */
function joined(first: string, second: string): string {
  return first + (FULL_WIDTH.test(first.at(-1)!) ? '' : ' ') + second;
}

/** Wide enough for every label and share, so that it does not depend on what occurs. */
export function outcomeLegendWidth(em: number, translate: Translate): number {
  const words = Math.max(...OUTCOMES.map((word) => widthOf(translate(outcomeText(word)))));
  return Math.ceil(em * (SWATCH.width + SWATCH.gap + words + 0.8 + widthOf('>99%')));
}

/** High enough for every label, or for so many rows. */
export function outcomeLegendHeight(em: number, rows?: number): number {
  const notes = NOTE.dark.length - (rows === undefined ? 0 : 1);
  return Math.ceil(em * ((rows ?? OUTCOMES.length) * SWATCH.row + notes * LINE));
}

/** The rows of a legend as wide as a map, in as many columns as have room. */
export function legendRows(
  width: number,
  em: number,
  labelCounts: LabelCounts | undefined,
  translate: Translate = englishOf,
): number {
  const count = labelCounts
    ? labelCounts.outcomes.filter((each) => each > 0).length
    : OUTCOMES.length;
  const column = outcomeLegendWidth(em, translate) + COLUMN_GAP * em;
  const columns = Math.max(1, Math.floor((width + COLUMN_GAP * em) / column));
  return Math.ceil(count / columns);
}

function rowsOf({ labelCounts, shared }: LegendPlace, translate: Translate): readonly Row[] {
  const rows = OUTCOMES.map((word, code) => ({
    code,
    word: translate(outcomeText(word)),
    fraction:
      labelCounts && !shared ? formatFraction(labelCounts.outcomes[code]!, labelCounts.count) : '',
  }));
  return labelCounts ? rows.filter(({ code }) => labelCounts.outcomes[code]! > 0) : rows;
}

/** From the soonest or smallest start of a label to its slowest or widest. */
function fading({ labels, faded }: ColourScale, code: number): readonly RGB[] {
  return [entryOf(labels, code), entryOf(faded, code)];
}
