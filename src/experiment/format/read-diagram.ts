/** Diagrams, as links, flags and files have them. */
import { DIAGRAM_OF } from '../../measures/visits.ts';
import { fill } from '../../models/message.ts';
import type { Diagram, Experiment } from '../experiment.ts';
import { EXPECTED, invalid, oneLine } from '../refusal.ts';
import { parseNumber, splitRange } from './number.ts';
import { axisText, readAxis } from './read-axis.ts';

/** The share of the horizon that is counted where nothing else is said. */
export const LAST_QUARTER = 0.25;

/** `lambda:0:2;theta1;-1:1;0.25`, of which only the axis has to be there, or the object that `toFile` writes. */
export function readDiagram(experiment: Experiment, value: unknown): Diagram {
  const { x, of, range, last } = partsOf(value);
  return {
    x: readAxis(experiment, 'x', x),
    of: readOf(of),
    ...(range !== undefined && range !== '' && { range: readRange(range) }),
    last: readLast(last),
  };
}

/** As `readDiagram` reads it. */
export function diagramText({ x, of, range, last }: Diagram): string {
  return [axisText(x), of, range ? range.join(':') : '', last].join(';');
}

export function readOf(value: unknown = 'theta1'): Diagram['of'] {
  const found = DIAGRAM_OF.find((known) => known === value);
  if (found) return found;
  const expected = fill(EXPECTED.oneOf, { options: DIAGRAM_OF.join(', ') });
  throw invalid({ what: 'of', got: oneLine(value), expected });
}

export function readRange(value: unknown): NonNullable<Diagram['range']> {
  const ends = typeof value === 'string' ? splitRange(value)?.map(parseNumber) : value;
  const [low, high] = Array.isArray(ends) ? (ends as unknown[]) : [];
  const isRange = typeof low === 'number' && typeof high === 'number' && low < high;
  if (isRange && Number.isFinite(high - low)) return [low, high];
  throw invalid({ what: 'range', got: oneLine(value), expected: EXPECTED.range });
}

export function readLast(value: unknown = LAST_QUARTER): number {
  const last = typeof value === 'string' ? parseNumber(value) : value;
  if (typeof last === 'number' && last > 0 && last <= 1) return last;
  throw invalid({ what: 'last', got: oneLine(value), expected: EXPECTED.share });
}

function partsOf(value: unknown): Readonly<Record<'x' | 'of' | 'range' | 'last', unknown>> {
  if (typeof value !== 'string')
    return { ...(value as Record<'x' | 'of' | 'range' | 'last', unknown>) };
  const [x, of, range, last] = value.split(';');
  return { x, of: of || undefined, range, last: last || undefined };
}
