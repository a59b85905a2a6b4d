import { equilibriumAt } from '../../cpu/equilibrium-kind.ts';
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import { equilibriaNow } from '../../experiment/equilibrium/numbered.ts';
import type { Experiment } from '../../experiment/experiment.ts';
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

/** An equilibrium in a line. */
export function equilibriumJson({ state, eigenvalues, kind }: Equilibrium): string {
  const list = (numbers: readonly number[]) => `[${numbers.map(jsonNumber).join(', ')}]`;
  const pairs = eigenvalues.map(({ re, im }) => list([re, im])).join(', ');
  return `{ "state": ${list(state)}, "eigenvalues": [${pairs}], "kind": "${kind}" }`;
}

/** What the values of `basin` number, as a field before others; nothing where it is not among the measures. */
export function basinsJson(experiment: Experiment, measures: readonly MapMeasure[]): string {
  if (measures.every(({ scale }) => scale !== 'basins')) return '';
  const { states } = equilibriaNow(experiment);
  const rows = states.map((state) => equilibriumJson(equilibriumAt(experiment, state)));
  return `"equilibria": [${rows.join(', ')}],\n  `;
}
