import type { MapMeasure } from '../../measures/statistics.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';
import { formatNumber } from './number.ts';
import { outcomeText, unitText } from '../../experiment/texts.ts';
import { englishOf, type Message } from '../../models/message.ts';
import { FIGURE_MESSAGES, type Translate } from './translate.ts';

export interface ValueTextOptions {
  /** Default: 3. */
  readonly digits?: number;
  /** Default: English. */
  readonly translate?: Translate;
}

/** What a map shows at a start: −0.123, 3.5 time, never, orbiting. */
export function valueText(
  measure: MapMeasure,
  value: number,
  { digits = 3, translate = englishOf }: ValueTextOptions = {},
): string {
  if (measure.scale === 'labels') return translate(outcomeText(OUTCOMES[value]!));
  if (Number.isNaN(value)) return translate(FIGURE_MESSAGES.unknown);
  if (measure.scale === 'basins' && value === 0) return translate(FIGURE_MESSAGES.noBasin);
  if (value === Infinity) return translate(infinityText(measure));
  const unit = measure.unit === '' ? '' : ` ${translate(unitText(measure.unit))}`;
  return formatNumber(Number(value.toPrecision(digits))) + unit;
}

/** What an infinite value of a measure says. */
export function infinityText({ never }: Pick<MapMeasure, 'never'>): Message {
  return never === true ? FIGURE_MESSAGES.never : outcomeText('diverged');
}
