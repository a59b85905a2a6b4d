import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pageWith, tolerancesOf } from '../../scripts/outcomes.js';
import { TOLERANCES } from '../../src/measures/tolerances.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('docs/outcomes.md has every tolerance as it is, with its reason', () => {
  const source = read('src/measures/tolerances.ts');
  const rows = tolerancesOf(source);
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(TOLERANCES));
  for (const { reason } of rows) expect(reason.length).toBeGreaterThan(20);
  const page = read('docs/outcomes.md');
  // `npm run docs` writes it anew.
  expect(page).toBe(pageWith(page, source));
});
