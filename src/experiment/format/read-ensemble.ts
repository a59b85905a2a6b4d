/** Ensembles, as links, flags and files have them. */
import { fill } from '../../models/message.ts';
import { COMPONENTS } from '../../models/state.ts';
import { MAX_ENSEMBLE, type ComponentAxis, type Ensemble } from '../experiment.ts';
import { ChoiceError, EXPECTED, invalid, oneLine } from '../refusal.ts';
import { parseNumber } from './number.ts';
import { componentRangeText, readComponentAxis } from './read-axis.ts';
import { namedParts } from './read-state.ts';

/** `16;phi1:-2:2,theta1:-2:2`, or the object that `toFile` writes. */
export function readEnsemble(value: unknown): Ensemble {
  const { starts, box } = partsOf(value);
  const count = typeof starts === 'string' ? parseNumber(starts) : starts;
  const isCount = typeof count === 'number' && Number.isInteger(count);
  const ranges = attemptBox(box);
  if (isCount && count >= 1 && count <= MAX_ENSEMBLE && ranges) {
    return { starts: count, box: ranges };
  }
  throw invalid({
    what: 'ensemble',
    got: oneLine(value),
    expected: fill(EXPECTED.ensemble, {
      most: String(MAX_ENSEMBLE),
      components: COMPONENTS.join(', '),
    }),
  });
}

/** `phi1=-2:2,theta1=-2:2`, or a list of axes. */
export function readBox(value: unknown): readonly ComponentAxis[] {
  const parts = typeof value === 'string' ? namedParts(value) : value;
  const box = Array.isArray(parts) ? parts.map((part) => readComponentAxis('box', part)) : [];
  const components = new Set(box.map(({ component }) => component));
  if (box.length > 0 && components.size === box.length) return box;
  throw invalid({
    what: 'box',
    got: oneLine(value),
    expected: fill(EXPECTED.box, { components: COMPONENTS.join(', ') }),
  });
}

/** As `readEnsemble` reads it. */
export function ensembleText({ starts, box }: Ensemble): string {
  return `${starts};${boxText(box)}`;
}

/** As `readBox` reads it. */
export function boxText(box: Ensemble['box']): string {
  return box.map(componentRangeText).join(',');
}

function partsOf(value: unknown): { readonly starts?: unknown; readonly box?: unknown } {
  if (typeof value === 'string') {
    const [starts, ...rest] = value.split(';');
    return { starts, box: rest.join(';') };
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject) return {};
  const { starts, box, ...others } = value as Record<string, unknown>;
  return Object.keys(others).length === 0 ? { starts, box } : {};
}

function attemptBox(value: unknown): readonly ComponentAxis[] | undefined {
  try {
    return readBox(value);
  } catch (error) {
    if (error instanceof ChoiceError) return undefined;
    throw error;
  }
}
