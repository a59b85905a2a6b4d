/**
 * Runs many command lines in one process: `node driver.js lines.json`. After each, its exit code
 * stands on stderr in a line of its own. A word may be a long one: `[unit, times]`.
 */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/paths.js';

// Each run adds its listeners; a process of its own has one set of them.
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);

const { main } = await import(join(ROOT, 'dist-cli', 'ganfield.js'));
const [, , path = ''] = process.argv;
/** @type {(string | [string, number])[][]} */
const lines = JSON.parse(readFileSync(path, 'utf8'));
for (const words of lines) {
  const code = await main(
    words.map((word) => (typeof word === 'string' ? word : word[0].repeat(word[1]))),
  );
  writeSync(2, `exit ${code}\n`);
}
