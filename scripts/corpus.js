/**
 * `node scripts/corpus.js`: renews the numbers that the links and files in test/corpus give, after
 * numbers that were wrong have been corrected, and says which entries changed and where. What
 * entries mean is written down once, for entries that are new, and never renewed: where one of them
 * is read differently, nothing is written and the exit status is 1.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { ROOT } from './paths.js';

const FOLDER = join(ROOT, 'test', 'corpus');

// Open to the end: an entry may need code that is imported only when it is asked for.
const server = await createServer({
  root: ROOT,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
const corpus = /** @type {typeof import('../test/corpus/corpus.ts')} */ (
  await server.ssrLoadModule('/test/corpus/corpus.ts')
);
const { entries, firstDifference, givenBy, meaningDifference, meaningOf } = corpus;

/** @type {Readonly<Record<string, import('../test/corpus/corpus.ts').Meaning>>} */
const meaningsBefore = corpus.written('experiments.json');
/** @type {Readonly<Record<string, import('../test/corpus/corpus.ts').Given>>} */
const numbersBefore = corpus.written('numbers.json');

/** @type {Record<string, import('../test/corpus/corpus.ts').Meaning>} */
const meanings = {};
/** @type {Record<string, import('../test/corpus/corpus.ts').Given>} */
const numbers = {};
let [changed, misread] = [0, 0];
for (const { name, read } of entries()) {
  const found = read();
  const before = meaningsBefore[name];
  const meaning = before ?? meaningOf(found);
  const difference = meaningDifference(meaningOf(found), meaning);
  if (difference !== undefined) {
    misread += 1;
    console.error(`${name} is read differently, ${difference}`);
    continue;
  }
  meanings[name] = meaning;
  numbers[name] = await givenBy(before ? corpus.withWrittenMembers(found, before) : found);
  const numbersThen = numbersBefore[name];
  const change = numbersThen ? firstDifference(numbers[name], numbersThen) : ': new';
  if (change === undefined) continue;
  changed += 1;
  console.log(`${name} ${change}`);
}
if (misread > 0) {
  console.error('nothing was written: old links and files have to mean what they meant');
  process.exit(1);
}
write('experiments.json', meanings);
write('numbers.json', numbers);
console.log(
  `${changed} of ${Object.keys(numbers).length} entries are new or have other numbers than before`,
);
process.exit(0);

/**
 * Writes a file of the corpus the way the formatter likes it.
 * @param {string} name
 * @param {unknown} value
 */
function write(name, value) {
  const path = join(FOLDER, name);
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  spawnSync('npx', ['--no-install', 'oxfmt', path], { cwd: ROOT, stdio: 'inherit' });
}
