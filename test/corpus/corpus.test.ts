import { expect, test } from 'vitest';
import {
  entries,
  firstDifference,
  givenBy,
  meaningDifference,
  meaningOf,
  withWrittenMembers,
  written,
  type Given,
  type Meaning,
} from './corpus.ts';

const ENTRIES = entries();
const MEANINGS = written<Meaning>('experiments.json');
const NUMBERS = written<Given>('numbers.json');

test('everything in the corpus is written down, and nothing else', () => {
  const names = ENTRIES.map(({ name }) => name);
  expect(Object.keys(MEANINGS)).toEqual(names);
  expect(Object.keys(NUMBERS)).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
});

test.each(ENTRIES)('$name means the same', ({ name, read }) => {
  const found = read();
  expectNone(name, meaningDifference(meaningOf(found), MEANINGS[name]!));
  expect(() => withWrittenMembers(found, MEANINGS[name]!)).not.toThrow();
});

test.each(ENTRIES)('$name gives the same numbers', async ({ name, read }) => {
  const given = await givenBy(withWrittenMembers(read(), MEANINGS[name]!));
  expectNone(name, firstDifference(given, NUMBERS[name]));
});

/** The message holds all of the difference: an assertion's own values are cut short. */
function expectNone(name: string, difference: string | undefined): void {
  expect(difference, `${name}: ${difference}`).toBe(undefined);
}
