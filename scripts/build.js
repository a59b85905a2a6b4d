/** `npm run build`: the page into dist/, the command line into dist-cli/. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './paths.js';

try {
  await build({ root: ROOT, logLevel: 'warn' });
  if (existsSync(join(ROOT, 'src', 'cli', 'main.ts'))) {
    await build({
      root: ROOT,
      logLevel: 'warn',
      configFile: join(ROOT, 'vite.cli.config.ts'),
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
