/**
 * `npm run docs`: writes the tolerances and their reasons from src/measures/tolerances.ts into
 * docs/outcomes.md, between their marks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { between } from './marks.js';
import { ROOT } from './paths.js';

const PAGE = join(ROOT, 'docs', 'outcomes.md');

/**
 * Rows of a table: name, value, reason, as the source declares them.
 * @param {string} source
 */
export function tolerancesOf(source) {
  const declaration = /\/\*\*([\s\S]*?)\*\/\s*(\w+): ([^,]+),/g;
  const body = source.slice(source.indexOf('export const TOLERANCES'));
  return [...body.matchAll(declaration)].map(([, comment = '', name = '', value = '']) => ({
    name,
    value: value.trim(),
    reason: comment
      .split('\n')
      .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
      .filter((line) => line !== '')
      .join(' '),
  }));
}

/**
 * The page with the present table in it.
 * @param {string} page
 * @param {string} source
 */
export function pageWith(page, source) {
  const rows = tolerancesOf(source).map(
    ({ name, value, reason }) => `| \`${name}\` | ${value} | ${reason.replaceAll('|', '\\|')} |`,
  );
  const table = ['| tolerance | value | what it is and why |', '|---|---|---|', ...rows].join('\n');
  return between(page, 'tolerances', table);
}

if (import.meta.filename === process.argv[1]) {
  const source = readFileSync(join(ROOT, 'src', 'measures', 'tolerances.ts'), 'utf8');
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), source));
}
