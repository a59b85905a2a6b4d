/** Pinned ends of a map's colours, as links and files have them. */
import { fill } from '../../models/message.ts';
import { MEASURES } from '../../measures/index.ts';
import { STATISTICS } from '../../measures/statistics.ts';
import type { ColourEnds } from '../experiment.ts';
import { EXPECTED, invalid, oneLine } from '../refusal.ts';
import { parseNumber } from './number.ts';

/** `distance:0.01:2`, or the object that `toFile` writes. */
export function readColours(value: unknown): ColourEnds {
  const ends = typeof value === 'string' ? partsOf(value) : value;
  if (isEnds(ends)) return ends;
  const expected = fill(EXPECTED.colours, { example: 'distance:0.01:2' });
  throw invalid({ what: 'colours', got: oneLine(value), expected });
}

/** As `readColours` reads it. */
export function coloursText({ measure, low, high, inner }: ColourEnds): string {
  return [measure, low, high, ...(inner === undefined ? [] : [inner])].join(':');
}

function partsOf(text: string): unknown {
  const [measure, ...ends] = text.split(':');
  const [low, high, inner, more] = ends.map(parseNumber);
  return {
    measure,
    low,
    high,
    ...(ends.length > 2 && { inner }),
    ...(ends.length > 3 && { more }),
  };
}

function isEnds(value: unknown): value is ColourEnds {
  if (typeof value !== 'object' || value === null) return false;
  const { measure, low, high, inner, ...others } = value as Record<string, unknown>;
  const scale = [...MEASURES, ...STATISTICS].find(({ id }) => id === measure)?.scale;
  const isDiverging = scale === 'diverging';
  // Logarithms, and those of the amplitudes by which labels fade, begin above 0.
  const least = isDiverging || scale === 'linear' ? -Infinity : 0;
  return (
    scale !== undefined &&
    scale !== 'basins' &&
    Object.keys(others).length === 0 &&
    isBetween(low, least, Infinity) &&
    isBetween(high, low, Infinity) &&
    (inner === undefined || (isDiverging && isBetween(inner, 0, high)))
  );
}

/** In the float32 of shaders. */
function isBetween(value: unknown, least: number, most: number): value is number {
  if (typeof value !== 'number') return false;
  const inShader = Math.fround(value);
  return Math.fround(least) < inShader && inShader < Math.fround(most);
}
