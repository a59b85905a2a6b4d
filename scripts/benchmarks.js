/**
 * `npm run benchmarks`: measures with the present code and writes docs/benchmarks.md, between its
 * marks. The machine should do nothing else; takes some minutes on a software adapter.
 * `npm run benchmarks -- --quick` is a rehearsal.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildCommandLine } from './build/command-line.js';
import { between } from './marks.js';
import { pageCost, tableOfCost } from './page-cost.js';
import { ROOT } from './paths.js';

const PAGE = join(ROOT, 'docs', 'benchmarks.md');

const flags = ['bench', '--format', 'markdown', '--rounds', '6', ...process.argv.slice(2)];
await build({ root: ROOT, logLevel: 'warn' });
await buildCommandLine();
const { status, stdout } = spawnSync(
  process.execPath,
  [join(ROOT, 'bin', 'ganfield.js'), ...flags],
  { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
);
if (status !== 0) throw new Error(`ganfield bench failed with status ${status}`);
const cost = tableOfCost(await pageCost());
const page = readFileSync(PAGE, 'utf8');
writeFileSync(PAGE, between(between(page, 'bench', stdout), 'page', cost));
process.exit(0);
