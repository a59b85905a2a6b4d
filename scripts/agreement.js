/**
 * `npm run agreement`: gives random starts of every model by every method to both engines and keeps
 * how many labels agree, cell by cell, in docs/agreement.csv; docs/outcomes.md shows them, between its
 * marks. It takes hours on a software adapter: stopped, it goes on where it was.
 *
 *     npm run agreement                            the cells that are missing
 *     npm run agreement -- --setting line wgan     those of one setting and of these models
 *     npm run agreement -- --starts 200 wgan       fewer starts, shown and not kept
 *     npm run agreement -- --starts 200 --keep     fewer starts, kept where nothing is yet
 *     npm run agreement -- --anew                  all cells: labels have changed
 */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { between } from './marks.js';
import { ROOT } from './paths.js';

/** @typedef {import('../test/support/agreement-cells.ts').Cell} Cell */
/** @typedef {import('../test/support/agreement-cells.ts').Setting} Setting */
/** @typedef {import('../test/support/agreement.ts').Agreement} Agreement */

const KEPT = join(ROOT, 'docs', 'agreement.csv');
const PAGE = join(ROOT, 'docs', 'outcomes.md');
const NUMBERS = /** @type {const} */ (['count', 'different', 'contrary', 'inside', 'undecided']);
const HEADER = ['setting', 'model', 'method', ...NUMBERS].join(',');

/** Cells of less than this share of equal labels are named. */
const ENOUGH = 0.995;

const { values, positionals: models } = parseArgs({
  allowPositionals: true,
  options: {
    setting: { type: 'string', multiple: true },
    starts: { type: 'string' },
    keep: { type: 'boolean' },
    anew: { type: 'boolean' },
  },
});
const keeps = values.starts === undefined || values.keep === true;
const starts = values.starts === undefined ? undefined : Number(values.starts);
if (starts !== undefined && !(Number.isInteger(starts) && starts > 0)) {
  throw new Error(`invalid starts: ${values.starts}, expected a whole number above 0`);
}

// The engines are TypeScript with shaders: Vite reads both.
const server = await createServer({
  root: ROOT,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { CELLS, SETTINGS, openComparison } =
  /** @type {typeof import('../test/support/agreement-cells.ts')} */ (
    await server.ssrLoadModule('/test/support/agreement-cells.ts')
  );
refuseUnknown(
  'setting',
  values.setting ?? [],
  SETTINGS.map(({ id }) => id),
);
refuseUnknown(
  'model',
  models,
  CELLS.map(({ variant }) => variant.model.id),
);

if (values.anew) rmSync(KEPT, { force: true });
const kept = keptCells();
const wanted = CELLS.filter(
  (cell) =>
    (models.length === 0 || models.includes(cell.variant.model.id)) &&
    (values.setting?.includes(cell.setting.id) ?? true) &&
    (!keeps || !kept.has(keyOf(cell))),
);
console.log(`${wanted.length} cells of ${CELLS.length}`);
const comparison = await openComparison();
for (const cell of wanted) {
  const found = await comparison.measure(cell, starts);
  const few = found.different > (1 - ENOUGH) * found.count ? ', too few' : '';
  console.log(`${keyOf(cell)}: ${textOf(found)}${few}`);
  if (keeps) keep(cell, found);
}
comparison.close();
await server.close();
process.exit(0);

/**
 * @param {string} noun
 * @param {readonly string[]} given
 * @param {readonly string[]} known
 */
function refuseUnknown(noun, given, known) {
  const wrong = given.find((id) => !known.includes(id));
  if (wrong === undefined) return;
  throw new Error(`unknown ${noun}: ${wrong}, expected one of ${[...new Set(known)].join(', ')}`);
}

/** @param {Cell} cell */
function keyOf({ setting, variant, method }) {
  return `${setting.id},${variant.name},${method}`;
}

/** @returns {Map<string, Agreement>} by `keyOf` */
function keptCells() {
  const cells = new Map();
  if (!existsSync(KEPT)) return cells;
  const [header, ...lines] = readFileSync(KEPT, 'utf8').trimEnd().split('\n');
  if (header !== HEADER)
    throw new Error(`invalid docs/agreement.csv: ${header}, expected ${HEADER}; --anew`);
  for (const line of lines) {
    const fields = line.split(',');
    const numbers = fields.slice(3).map(Number);
    cells.set(
      fields.slice(0, 3).join(','),
      Object.fromEntries(NUMBERS.map((name, i) => [name, numbers[i]])),
    );
  }
  return cells;
}

/**
 * @param {Cell} cell
 * @param {Agreement} found
 */
function keep(cell, found) {
  kept.set(keyOf(cell), found);
  if (!existsSync(KEPT)) writeFileSync(KEPT, `${HEADER}\n`);
  const numbers = NUMBERS.map((name) => found[name]);
  appendFileSync(KEPT, `${[keyOf(cell), ...numbers].join(',')}\n`);
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), 'agreement', tables()));
}

/** @param {Agreement} found */
function textOf({ count, different, contrary, undecided }) {
  const share = (/** @type {number} */ part) => ((100 * part) / count).toFixed(2);
  const opposed = contrary > 0 ? `, ${contrary} contrary` : '';
  return `${share(count - different)}${opposed} (${share(undecided)})`;
}

/** What is known so far, as text: a summary and a table for each setting. */
function tables() {
  const done = [...kept.values()];
  const alike = done.filter(({ different }) => different === 0).length;
  const few = done.filter(({ count, different }) => different > (1 - ENOUGH) * count).length;
  const sum = (/** @type {'contrary' | 'inside'} */ name) =>
    done.reduce((total, found) => total + found[name], 0);
  const missing = CELLS.length - done.length;
  const summary = [
    `In ${alike} of ${done.length} cells all labels agree, in ${few} fewer than ${100 * ENOUGH}%.`,
    `Of all starts both engines decided ${sum('contrary')} not alike, ${sum('inside')} of these with no boundary near.`,
    ...(missing > 0 ? [`${missing} cells are not measured yet (–).`] : []),
  ].join(' ');
  const measured = SETTINGS.filter(({ id }) =>
    [...kept.keys()].some((key) => key.startsWith(`${id},`)),
  );
  return [summary, ...measured.map(tableOf)].join('\n\n');
}

/** @param {Setting} setting */
function tableOf(setting) {
  const cells = CELLS.filter((cell) => cell.setting === setting);
  const methods = [...new Set(cells.map(({ method }) => method))];
  const rows = [...new Set(cells.map(({ variant }) => variant.name))].map((name) => {
    const texts = methods.map((method) => {
      const found = kept.get(`${setting.id},${name},${method}`);
      return found ? textOf(found) : '–';
    });
    return `| ${[name, ...texts].join(' | ')} |`;
  });
  const counts = [...kept].flatMap(([key, { count }]) =>
    key.startsWith(`${setting.id},`) ? [count] : [],
  );
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  const drawn = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  return [
    `${setting.title}, ${drawn} starts a cell:`,
    '',
    `| model | ${methods.join(' | ')} |`,
    `|---${'|---'.repeat(methods.length)}|`,
    ...rows,
  ].join('\n');
}
