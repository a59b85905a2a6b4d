/** Measures whose values are names and no amounts: labels, and numbers of equilibria. */
import { outcomeText } from '../experiment/texts.ts';
import { OUTCOMES } from '../measures/outcomes.ts';
import { literal, type Message } from '../models/message.ts';
import type { ColourScale } from './colour/colour-scale.ts';
import { ENTRIES } from './colour/palette.ts';
import { entryOf, type RGB } from './colour/theme.ts';
import { BASIN_MESSAGES } from './legend/basin-legend.ts';
import type { LabelCounts } from './legend/label-counts.ts';

export interface Categories {
  /** Of a row's value; -1 where rows of ensembles have none. */
  readonly column: number;
  /** How many there are; each has a code below it. */
  readonly count: number;
  codeOf(value: number): number;
  colourOf(code: number): RGB;
  textOf(code: number): Message;
  /** How many starts have it. */
  countOf(code: number, counts: LabelCounts): number;
}

/** Of labels, whatever the scale's measure is. */
export function labelCategories({ layout, labels }: ColourScale): Categories {
  return {
    column: layout.columns.indexOf('outcome'),
    count: OUTCOMES.length,
    codeOf: (value) => value,
    colourOf: (code) => entryOf(labels, code),
    textOf: (code) => outcomeText(OUTCOMES[code]!),
    countOf: (code, { outcomes }) => outcomes[code]!,
  };
}

/** Undefined where the scale's measure is an amount. */
export function categoriesOf(scale: ColourScale): Categories | undefined {
  if (scale.transform === 'labels') return labelCategories(scale);
  if (scale.measure.scale !== 'basins') return undefined;
  // The last code is that of an unknown basin.
  const unknown = ENTRIES - 1;
  const texts = new Map<number, Message>([
    [0, BASIN_MESSAGES.none],
    [unknown, outcomeText('undecided')],
  ]);
  return {
    column: scale.column,
    count: ENTRIES,
    codeOf: (value) => (Number.isNaN(value) ? unknown : value),
    colourOf: (code) => (code === unknown ? scale.undefined : entryOf(scale.table, code)),
    textOf: (code) => texts.get(code) ?? literal(String(code)),
    countOf: (code, counts) => (code === unknown ? counts.undefined : (counts.basins[code] ?? 0)),
  };
}
