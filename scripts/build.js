/**
 * `npm run build`: the page into dist/, the command line into dist-cli/, the library into
 * dist-library/; with `--alone`, as for a package, no other build of the command line stays there.
 */
import { build } from 'vite';
import { buildCommandLine } from './build/command-line.js';
import { buildLibrary } from './build/library.js';
import { ROOT } from './paths.js';

try {
  await build({ root: ROOT, logLevel: 'warn' });
  await buildCommandLine({ alone: process.argv.includes('--alone') });
  await buildLibrary();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
