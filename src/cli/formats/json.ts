import type { MapMeasure } from '../../measures/statistics.ts';
import { OUTCOMES } from '../../measures/outcomes.ts';

/** JSON has no infinities and no NaN. */
export function jsonNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : 'null';
}

/** A measure's value in CSV and JSON: an outcome is its word. */
export function valueText(
  measure: MapMeasure,
  value: number,
  number: (value: number) => string,
): string {
  return measure.id === 'outcome' ? OUTCOMES[value]! : number(value);
}

export function jsonValue(measure: MapMeasure, value: number): string {
  const text = valueText(measure, value, jsonNumber);
  return measure.id === 'outcome' ? `"${text}"` : text;
}

/** The fields of an object without its braces, to be continued by hand. */
export function jsonFields(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n  ');
}
