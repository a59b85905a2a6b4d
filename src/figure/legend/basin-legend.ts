/** The legend of basins: each equilibrium's number, place, kind and share. */
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import { indexOf, isSliceOneDimensional, type Experiment } from '../../experiment/experiment.ts';
import { outcomeText } from '../../experiment/texts.ts';
import { declareMessages, englishOf, fill, type Message } from '../../models/message.ts';
import { COMPONENTS, type Component } from '../../models/state.ts';
import { componentSymbol } from '../axes.ts';
import type { ColourScale } from '../colour/colour-scale.ts';
import { cssOf, entryOf, inkOf, type RGB } from '../colour/theme.ts';
import { documentOf, element, type Markup } from '../svg.ts';
import { formatRounded } from '../text/complex.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import { FIGURE_MESSAGES, type Translate } from '../text/translate.ts';
import { formatFraction, type LabelCounts } from './label-counts.ts';
import type { LegendPlace } from './legend-place.ts';

export const BASIN_MESSAGES = declareMessages('figure.basins', {
  sink: 'sink',
  source: 'source',
  saddle: 'saddle',
  centre: 'centre',
  degenerate: 'degenerate',
  none: 'at none of them',
  more: '{count} more',
});

/** In em. */
const SWATCH = { width: 2, height: 0.95, gap: 0.6, row: 3.1 } as const;
const LINE = 1.3;
const HEADING = 1.75;
const COLUMN_GAP = 1.8;

/** More basins than these are named together. */
const MOST_ROWS = 10;

/** What numbers stand for; without it the legend has the numbers alone. */
export interface BasinKey {
  readonly equilibria: readonly Equilibrium[];
  /** Those whose values tell the equilibria apart. */
  readonly components: readonly Component[];
}

export function basinKeyOf(experiment: Experiment, equilibria: readonly Equilibrium[]): BasinKey {
  const { slice, game } = experiment;
  const isPlane = game?.planar === true || isSliceOneDimensional(slice);
  return { equilibria, components: isPlane ? [slice.x.component, slice.y.component] : COMPONENTS };
}

interface Row {
  readonly colour: RGB;
  readonly text: string;
  /** Empty where there is none. */
  readonly kind: string;
  readonly count: number;
}

/** Basins as swatches with words: those that occur, or all where unknown. */
export function basinLegend(
  scale: ColourScale,
  place: LegendPlace,
  key?: BasinKey,
): readonly Markup[] {
  const { x, y, em, theme, fonts, labelCounts, shared, translate = englishOf } = place;
  const ink = inkOf(theme);
  const width = basinLegendWidth(em, translate, key);
  const shown = rowsOf(scale, labelCounts, translate, key);
  const { rows: inColumn = shown.length } = place;
  const top = y + headingHeight(key) * em;
  const heading =
    key && key.equilibria.length > 0
      ? [textElement(headingOf(key), { x, y: y + 0.83 * em, size: em, fill: ink.quiet, fonts })]
      : [];
  const rows = shown.flatMap(({ colour, text, kind, count }, i) => {
    const left = x + Math.floor(i / inColumn) * (width + COLUMN_GAP * em);
    const at = top + (i % inColumn) * SWATCH.row * em;
    const size = { width: SWATCH.width * em, height: SWATCH.height * em };
    const words = { x: left + (SWATCH.width + SWATCH.gap) * em, size: em, fonts };
    const share = labelCounts && !shared ? [formatFraction(count, labelCounts.count)] : [];
    const below = [...(kind === '' ? [] : [kind]), ...share].join(' · ');
    return [
      element('rect', { x: left, y: at, ...size, rx: 0.12 * em, fill: cssOf(colour) }),
      textElement(text, { ...words, y: at + 0.83 * em, fill: ink.text }),
      ...(below === ''
        ? []
        : [textElement(below, { ...words, y: at + (0.83 + LINE) * em, fill: ink.quiet })]),
    ];
  });
  return [...heading, ...rows];
}

/** The legend as an SVG of its own, for the live page. */
export function basinLegendSvg(
  scale: ColourScale,
  place: Omit<LegendPlace, 'x' | 'y'>,
  key?: BasinKey,
): string {
  const { em, labelCounts, translate = englishOf } = place;
  const margin = Math.ceil(0.6 * em);
  const rows = rowsOf(scale, labelCounts, translate, key).length;
  const box = {
    x: 0,
    y: -margin,
    width: basinLegendWidth(em, translate, key),
    height: Math.ceil((headingHeight(key) + rows * SWATCH.row) * em) + 2 * margin,
  };
  return documentOf(box, { role: 'img', 'aria-label': translate(scale.title) }, [
    element('g', {}, basinLegend(scale, { ...place, x: 0, y: 0 }, key)),
  ]);
}

/** Wide enough for every equilibrium and share. */
export function basinLegendWidth(em: number, translate: Translate, key?: BasinKey): number {
  const texts = [
    ...(key?.equilibria ?? []).map((_, i) => numberText(i + 1, key)),
    `${translate(BASIN_MESSAGES.degenerate)} · >99%`,
    translate(BASIN_MESSAGES.none),
    translate(outcomeText('undecided')),
  ];
  const words = Math.max(...texts.map((text) => widthOf(text)));
  return Math.ceil(em * (SWATCH.width + SWATCH.gap + words + 0.4));
}

/** High enough for all that can occur, or for so many rows. */
export function basinLegendHeight(em: number, key?: BasinKey, rows?: number): number {
  const all = Math.min(MOST_ROWS, key?.equilibria.length ?? MOST_ROWS) + 2;
  return Math.ceil(em * (headingHeight(key) + (rows ?? all) * SWATCH.row));
}

/** The rows of a legend as wide as a map, in as many columns as have room. */
export function basinLegendRows(
  scale: ColourScale,
  width: number,
  em: number,
  labelCounts: LabelCounts | undefined,
  translate: Translate,
  key?: BasinKey,
): number {
  const column = basinLegendWidth(em, translate, key) + COLUMN_GAP * em;
  const columns = Math.max(1, Math.floor((width + COLUMN_GAP * em) / column));
  return Math.ceil(rowsOf(scale, labelCounts, translate, key).length / columns);
}

function rowsOf(
  { table, undefined: unknown }: ColourScale,
  labelCounts: LabelCounts | undefined,
  translate: Translate,
  key: BasinKey | undefined,
): readonly Row[] {
  const numbers = Array.from(
    { length: Math.max(key?.equilibria.length ?? 0, (labelCounts?.basins.length ?? 1) - 1) },
    (_, i) => ({
      colour: entryOf(table, i + 1),
      text: numberText(i + 1, key),
      kind: key?.equilibria[i] ? translate(kindText(key.equilibria[i].kind)) : '',
      count: labelCounts?.basins[i + 1] ?? 0,
    }),
  ).filter(({ count }) => !labelCounts || count > 0);
  const frequent = numbers.toSorted((a, b) => b.count - a.count).slice(0, MOST_ROWS);
  const named = numbers.filter((row) => frequent.includes(row));
  const rest = numbers.filter((row) => !frequent.includes(row));
  const isKnown = key === undefined || key.equilibria.length > 0;
  const others = [
    { colour: entryOf(table, 0), text: BASIN_MESSAGES.none, count: labelCounts?.basins[0] },
    {
      colour: unknown,
      text: isKnown ? outcomeText('undecided') : FIGURE_MESSAGES.unknown,
      count: labelCounts?.undefined,
    },
  ].flatMap(({ text, count = 0, ...row }) =>
    labelCounts && count === 0 ? [] : [{ ...row, text: translate(text), kind: '', count }],
  );
  return [...named, ...(rest.length > 0 ? [together(rest, translate)] : []), ...others];
}

function together(rows: readonly Row[], translate: Translate): Row {
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const words = translate(fill(BASIN_MESSAGES.more, { count: rows.length }));
  return { colour: rows[0]!.colour, text: words, kind: '', count };
}

/** `2 (−1, 0.3)`. */
function numberText(number: number, key?: BasinKey): string {
  const equilibrium = key?.equilibria[number - 1];
  if (!key || !equilibrium) return String(number);
  const place = key.components.map((name) => placeText(equilibrium.state[indexOf(name)]!, 3));
  return `${number} (${place.join(', ')})`;
}

/** A component of an equilibrium, and what Newton's method leaves of 0 as 0. */
export function placeText(value: number, digits: number): string {
  return formatRounded(Math.abs(value) < 1e-9 ? 0 : value, digits);
}

export function kindText(kind: Equilibrium['kind']): Message {
  return BASIN_MESSAGES[kind];
}

/** `(θ₁, φ₁)`, which the places are in. */
function headingOf({ components }: BasinKey): string {
  return `(${components.map((component) => componentSymbol(component)).join(', ')})`;
}

/** In em. */
function headingHeight(key: BasinKey | undefined): number {
  return key && key.equilibria.length > 0 ? HEADING : 0;
}
