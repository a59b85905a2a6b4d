import type { Measure } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import { formatNumber } from './number.ts';
import { inEnglish, type Say } from './translate.ts';

export interface ValueTextOptions {
  /** Default: 3. */
  readonly digits?: number;
  /** Default: English. */
  readonly say?: Say;
}

/** What a map shows at a start: −0.123, 3.5 time, never, orbiting. */
export function valueText(
  measure: Measure,
  value: number,
  { digits = 3, say = inEnglish }: ValueTextOptions = {},
): string {
  if (measure.scale === 'labels') return say(OUTCOMES[value]!);
  if (Number.isNaN(value)) return say('diverged');
  if (value === Infinity) return say(measure.id === 'settle' ? 'never' : 'diverged');
  const unit = measure.unit === '' ? '' : ` ${say(measure.unit)}`;
  return formatNumber(Number(value.toPrecision(digits))) + unit;
}
