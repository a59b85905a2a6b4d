/** `npm test`: every check in order, up to the first that fails. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './paths.js';

/** @type {[what: string, command: string][]} */
const CHECKS = [
  ['format', 'npm run --silent format:check'],
  ['lint', 'npm run --silent lint'],
  ['tree', 'node scripts/tree.js'],
  ['types', 'npm run --silent typecheck'],
  ['build', 'npm run --silent build'],
  ['tests', 'npx --no-install vitest run'],
];

const remedies = new Map([['format', 'npm run format']]);

for (const [what, command] of CHECKS) {
  const start = performance.now();
  const { status } = spawnSync(command, { cwd: ROOT, shell: true, stdio: 'inherit' });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status !== 0) {
    const remedy = remedies.get(what);
    console.error(`\n${what}: failed after ${seconds} s${remedy ? `; ${remedy} mends it` : ''}`);
    process.exit(1);
  }
  console.log(`${what}: good (${seconds} s)`);
}
