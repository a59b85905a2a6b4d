import { linearTicks, logarithmicTicks, symmetricTicks, type Tick } from '../axes.ts';
import type { LabelCounts } from './label-counts.ts';
import type { ColourScale } from '../colour/colour-scale.ts';
import { gradient } from '../colour/gradient.ts';
import type { LegendPlace } from './legend-place.ts';
import { outcomeLegend, outcomeLegendHeight, outcomeLegendWidth } from './outcome-legend.ts';
import { ENTRIES } from '../colour/palette.ts';
import { textElement, widthOf } from '../text/rich-text.ts';
import { unitText } from '../../experiment/texts.ts';
import { englishOf, type Message } from '../../models/message.ts';
import { FIGURE_MESSAGES, type Translate } from '../text/translate.ts';
import { infinityText } from '../text/value-text.ts';
import { hairlineOf } from '../pane-geometry.ts';
import { documentOf, element, type Markup } from '../svg.ts';
import { cssOf, entryOf, inkOf, type RGB } from '../colour/theme.ts';

/** In em. */
const BAR = { width: 1, tick: 0.35, gap: 0.35, arrow: 0.75, mark: 2.2, shortest: 6 } as const;

/** Colours of the table that the drawn gradient passes through exactly. */
const STOPS = 52;

/** The map's legend: a bar with ticks, unit and symbol, or swatches with words. */
export function colourBar(scale: ColourScale, place: LegendPlace): Markup {
  const height = colourBarHeight(scale, place.height, place.em, place.translate);
  const drawn =
    scale.transform === 'labels'
      ? outcomeLegend(scale, place)
      : numberBar(scale, { ...place, height });
  return element('g', {}, drawn);
}

/** The height that `colourBar` takes beside a pane of this height, whatever occurs in the map. */
export function colourBarHeight(
  scale: ColourScale,
  pane: number,
  em: number,
  translate: Translate = englishOf,
): number {
  if (scale.transform === 'labels') return Math.max(pane, outcomeLegendHeight(em));
  const ends = 2 * BAR.arrow + marksOf(scale).length * BAR.mark;
  const bar = Math.max(BAR.shortest, widthOf(nameOfScale(scale, translate)));
  return Math.max(pane, Math.ceil(em * (bar + ends)));
}

/** The width that `colourBar` takes beside a pane of this height, whatever occurs in the map. */
export function colourBarWidth(
  scale: ColourScale,
  pane: number,
  em: number,
  translate: Translate = englishOf,
): number {
  if (scale.transform === 'labels') return outcomeLegendWidth(em, translate);
  const labels = labelWidth(scale, colourBarHeight(scale, pane, em, translate), em);
  const bar = BAR.width + BAR.tick + BAR.gap + labels + 1.6;
  const marks = marksOf(scale).map(({ text }) => BAR.width + 0.5 + widthOf(translate(text)));
  return Math.ceil(em * Math.max(bar, ...marks));
}

/** The colour bar as an SVG of its own, for the live page. */
export function colourBarSvg(scale: ColourScale, place: Omit<LegendPlace, 'x' | 'y'>): string {
  const margin = Math.ceil(0.6 * place.em);
  const box = {
    x: 0,
    y: -margin,
    width: colourBarWidth(scale, place.height, place.em, place.translate),
    height: colourBarHeight(scale, place.height, place.em, place.translate) + 2 * margin,
  };
  return documentOf(
    box,
    { role: 'img', 'aria-label': (place.translate ?? englishOf)(scale.title) },
    [colourBar(scale, { ...place, x: 0, y: 0 })],
  );
}

function numberBar(scale: ColourScale, place: LegendPlace): readonly Markup[] {
  const { x, em, theme, fonts, labelCounts, translate = englishOf } = place;
  const ink = inkOf(theme);
  const marks = marksOf(scale, labelCounts);
  const top = place.y + (labelCounts && labelCounts.above > 0 ? BAR.arrow * em : 0);
  const end = place.y + place.height - marks.length * BAR.mark * em;
  const bottom = end - (labelCounts && labelCounts.below > 0 ? BAR.arrow * em : 0);
  const [width, height] = [BAR.width * em, bottom - top];
  const colours = Array.from({ length: STOPS }, (_, i) =>
    entryOf(scale.table, Math.round((i * (ENTRIES - 1)) / (STOPS - 1))),
  );
  const fill = gradient(colours, 'up');
  const right = x + width;
  const labelsLeft = right + (BAR.tick + BAR.gap) * em;
  const ticks = ticksOf(scale, place.height, em);
  const ruleWidth = hairlineOf(place);
  const nameX = labelsLeft + (labelWidth(scale, place.height, em) + 1.3) * em;
  const middle = (top + bottom) / 2;
  return [
    fill.definition,
    element('rect', { x, y: top, width, height, fill: fill.reference }),
    ...arrows(x, width, top, bottom, place, colours),
    element('path', {
      d: ticks
        .map(
          ({ position }) =>
            `M${right} ${(bottom - position * height).toFixed(1)}h${(BAR.tick * em).toFixed(1)}`,
        )
        .join(''),
      stroke: ink.rule,
      'stroke-width': ruleWidth,
    }),
    ...ticks.map(({ position, label }) =>
      textElement(label, {
        x: labelsLeft,
        y: bottom - position * height + 0.36 * em,
        size: em,
        fill: ink.quiet,
        fonts,
      }),
    ),
    textElement(nameOfScale(scale, translate), {
      x: nameX,
      y: middle,
      size: em,
      fill: ink.text,
      fonts,
      anchor: 'middle',
      turn: -90,
    }),
    ...marks.flatMap(({ text, colour }, i) => {
      const y = end + ((i + 1) * BAR.mark - 1) * em;
      return [
        element('rect', { x, y, width, height: em, fill: cssOf(colour) }),
        textElement(translate(text), {
          x: right + 0.5 * em,
          y: y + 0.85 * em,
          size: em,
          fill: ink.quiet,
          fonts,
        }),
      ];
    }),
  ];
}

/** Triangles at the ends translate that values beyond them occur. */
function arrows(
  x: number,
  width: number,
  top: number,
  bottom: number,
  { em, labelCounts }: LegendPlace,
  colours: readonly RGB[],
): readonly Markup[] {
  const arrow = (y: number, height: number, colour: RGB): Markup =>
    element('path', { d: `M${x} ${y}h${width}l${-width / 2} ${height}z`, fill: cssOf(colour) });
  const length = (BAR.arrow - 0.1) * em;
  return [
    ...(labelCounts && labelCounts.above > 0
      ? [arrow(top - 0.1 * em, -length, colours.at(-1)!)]
      : []),
    ...(labelCounts && labelCounts.below > 0
      ? [arrow(bottom + 0.1 * em, length, colours[0]!)]
      : []),
  ];
}

interface Mark {
  readonly text: Message;
  readonly colour: RGB;
}

/** The values that have no place on the bar. */
function marksOf(scale: ColourScale, labelCounts?: LabelCounts): readonly Mark[] {
  const occurs = (count: 'infinite' | 'undefined') => !labelCounts || labelCounts[count] > 0;
  const unknown = { text: FIGURE_MESSAGES.unknown, colour: scale.undefined };
  const infinite = { text: infinityText(scale.measure), colour: scale.infinite };
  return [
    // What is measured on both sides of 0 is not known where it is not finite.
    ...(scale.measure.scale !== 'diverging' && occurs('infinite') ? [infinite] : []),
    ...(occurs('undefined') ? [unknown] : []),
  ];
}

function ticksOf(
  { measure, transform, low, inner, high }: ColourScale,
  height: number,
  em: number,
): readonly Tick[] {
  const range = { min: low, max: high };
  if (transform === 'logarithmic') return logarithmicTicks(range, height, em);
  return measure.scale === 'diverging'
    ? symmetricTicks(inner, high)
    : linearTicks(range, height, em, 5);
}

function labelWidth(scale: ColourScale, height: number, em: number): number {
  return Math.max(...ticksOf(scale, height, em).map(({ label }) => widthOf(label)));
}

/** What the scale's numbers are, with their unit: `t(|θ| < ε), time`. */
export function nameOfScale(
  { measure: { unit }, symbol }: ColourScale,
  translate: Translate,
): string {
  const name = translate(symbol);
  return unit === '' || englishOf(symbol).includes(unit)
    ? name
    : `${name}, ${translate(unitText(unit))}`;
}
