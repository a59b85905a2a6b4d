/**
 * `npm run agreement`: gives 10,000 random starts of every model by every method to both engines and
 * writes how many labels agree into docs/outcomes.md, between its marks. Takes many minutes on a
 * software adapter. `npm run agreement -- MODEL…` does these models and writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { between } from './marks.js';
import { ROOT } from './paths.js';

const [COUNT, TIME] = [10_000, 40];
const PAGE = join(ROOT, 'docs', 'outcomes.md');

// The engines are TypeScript with shaders: Vite reads both.
const server = await createServer({
  root: ROOT,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const { scan } = await server.ssrLoadModule('/test/support/agreement-scan.ts');

/** @param {number} part */
const share = (part) => ((100 * part) / COUNT).toFixed(2);

const models = process.argv.slice(2);
/** @type {string[]} */
const lines = [];
/** @param {string} line */
const write = (line) => {
  lines.push(line);
  console.log(line);
};
let [cells, alike, contrary, inside] = [0, 0, 0, 0];
await scan(models, {
  count: COUNT,
  time: TIME,
  /** @param {import('../test/support/agreement-scan.ts').Row} row */
  told: (row) => {
    if (lines.length === 0) {
      write(`| model | ${row.cells.map(({ method }) => method).join(' | ')} |`);
      write(`|---${'|---'.repeat(row.cells.length)}|`);
    }
    const texts = row.cells.map((cell) => {
      cells += 1;
      if (cell.different === 0) alike += 1;
      contrary += cell.contrary;
      inside += cell.inside;
      const opposed = cell.contrary > 0 ? `, ${cell.contrary} contrary` : '';
      return `${share(COUNT - cell.different)}${opposed} (${share(cell.undecided)})`;
    });
    write(`| ${row.name} | ${texts.join(' | ')} |`);
  },
});
const summary = `In ${alike} of ${cells} cells all ${COUNT.toLocaleString('en')} labels agree. Of all starts both engines decided ${contrary} not alike, ${inside} of these with no boundary near.`;
console.log(`\n${summary}`);
if (models.length === 0) {
  const text = `${summary}\n\n${lines.join('\n')}`;
  writeFileSync(PAGE, between(readFileSync(PAGE, 'utf8'), 'agreement', text));
}
await server.close();
process.exit(0);
