/** States, as links, flags and files have them. */
import * as v from 'valibot';
import { fill } from '../../models/message.ts';
import { COMPONENTS, type Component, type State } from '../../models/state.ts';
import { coordinate, MAX_COORDINATE } from './read-axis.ts';
import { indexOf, MAX_INITIAL_CONDITIONS } from '../experiment.ts';
import { splitCells } from './cells.ts';
import { parseNumber } from './number.ts';
import { EXPECTED, invalid, oneLine } from '../refusal.ts';

const state = v.strictTuple([coordinate, coordinate, coordinate, coordinate]);

/** Four numbers, or `phi1=0.1,phi2=0.2`: the components that are named change. */
export function readHold(hold: State, value: unknown): State {
  if (typeof value !== 'string' || !/[=:]/.test(value)) return readState('hold', value);
  const next: [number, number, number, number] = [...hold];
  for (const part of namedParts(value)) {
    const [component = '', text = '', ...rest] = part.split(/[=:]/).map((word) => word.trim());
    if (rest.length > 0 || !(COMPONENTS as readonly string[]).includes(component)) {
      throw invalid({
        what: 'hold',
        got: oneLine(value),
        expected: fill(EXPECTED.componentValue, { components: COMPONENTS.join(', ') }),
      });
    }
    next[indexOf(component as Component)] = parseNumber(text);
  }
  return readState('hold', next, value);
}

/** The parts of `phi1=0,1,phi2=0.2`: a comma before no name belongs to a number. */
export function namedParts(text: string): readonly string[] {
  return text.split(/[,;](?=\s*\w+\s*[=:])/);
}

/** States as arrays, or as text: components parted by commas, states by semicolons. */
export function readStarts(value: unknown): readonly State[] {
  const list = typeof value === 'string' ? value.split(';').filter((part) => part !== '') : value;
  if (!Array.isArray(list) || list.length > MAX_INITIAL_CONDITIONS) {
    throw invalid({
      what: 'starts',
      got: oneLine(value),
      expected: fill(EXPECTED.states, { most: String(MAX_INITIAL_CONDITIONS) }),
    });
  }
  return list.map((start) => readState('starts', start));
}

/** @param got what the user wrote, where it differs from `value` */
export function readState(key: string, value: unknown, got: unknown = value): State {
  const candidate = typeof value === 'string' ? splitCells(value).map(parseNumber) : value;
  const result = v.safeParse(state, candidate);
  if (!result.success) {
    throw invalid({
      what: key,
      got: oneLine(got),
      expected: fill(EXPECTED.state, {
        components: COMPONENTS.join(','),
        most: String(MAX_COORDINATE),
      }),
    });
  }
  return result.output;
}
