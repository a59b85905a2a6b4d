import { formatNumber } from '../figure/number.ts';
import type { Measure } from '../measures/index.ts';
import { OUTCOMES } from '../measures/outcome.ts';

/** What a map shows at a start: −0.123, 3.5 time, never, orbiting. */
export function valueText(measure: Measure, value: number, digits = 3): string {
  if (measure.scale === 'labels') return OUTCOMES[value] ?? String(value);
  if (Number.isNaN(value)) return 'diverged';
  if (value === Infinity) return measure.id === 'settle' ? 'never' : 'diverged';
  const unit = measure.unit === '' ? '' : ` ${measure.unit}`;
  return formatNumber(Number(value.toPrecision(digits))) + unit;
}
