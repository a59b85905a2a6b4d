/**
 * `npm run docs`: writes the tolerances and their reasons from src/measures/tolerances.ts into
 * docs/outcomes.md, between its two marks.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.js';

const PAGE = join(ROOT, 'docs', 'outcomes.md');
const [BEGIN, END] = ['<!-- tolerances -->', '<!-- end -->'];

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
  const [before, after] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
  return `${page.slice(0, before)}\n\n${table}\n\n${page.slice(after)}`;
}

if (import.meta.filename === process.argv[1]) {
  const source = readFileSync(join(ROOT, 'src', 'measures', 'tolerances.ts'), 'utf8');
  writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), source));
}
