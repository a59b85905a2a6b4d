/** `npm run build`: the page into dist/, the command line into dist-cli/. */
import { build } from 'vite';
import { buildCommandLine } from './build-cli.js';
import { ROOT } from './paths.js';

try {
  await build({ root: ROOT, logLevel: 'warn' });
  await buildCommandLine();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
