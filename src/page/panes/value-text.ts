import { formatNumber } from '../../figure/text/number.ts';
import type { Measure } from '../../measures/index.ts';
import { OUTCOMES } from '../../measures/outcome.ts';
import { told, words } from '../messages/words.ts';

/** What a map shows at a start: −0.123, 3.5 time, never, orbiting. */
export function valueText(measure: Measure, value: number, digits = 3): string {
  if (measure.scale === 'labels') return told(OUTCOMES[value]!);
  if (Number.isNaN(value)) return told('diverged');
  if (value === Infinity) return measure.id === 'settle' ? words().panes.never : told('diverged');
  const unit = measure.unit === '' ? '' : ` ${told(measure.unit)}`;
  return formatNumber(Number(value.toPrecision(digits))) + unit;
}
