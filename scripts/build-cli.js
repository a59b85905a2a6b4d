/** Builds the command line into dist-cli/, in one move: who runs it never meets half of it. */
import { mkdtemp, mkdir, rename, rm, utimes } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.js';

const TARGET = join(ROOT, 'dist-cli');
const CACHE = join(ROOT, 'node_modules', '.cache', 'ganfield');

export async function buildCommandLine() {
  const { build } = await import('vite'); // Not needed, and slow, where nothing has changed.
  const begun = new Date();
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'cli-'));
  try {
    const fresh = join(folder, 'fresh');
    await build({
      root: ROOT,
      logLevel: 'error',
      configFile: join(ROOT, 'vite.cli.config.ts'),
      build: { outDir: fresh, emptyOutDir: true },
    });
    // As old as the sources it was made from: one that changed meanwhile is newer.
    await utimes(join(fresh, 'ganfield.js'), begun, begun);
    await rename(TARGET, join(folder, 'old')).catch(() => {});
    await rename(fresh, TARGET).catch((/** @type {unknown} */ error) => {
      if (isCommandLineStale()) throw error; // Otherwise another process was faster.
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether dist-cli/ is missing or older than one of its sources. */
export function isCommandLineStale() {
  const built = changed(join(TARGET, 'ganfield.js'));
  const sources = ['package.json', 'vite.cli.config.ts', 'shaders', 'src', 'scripts'];
  return sources.some((source) => changed(join(ROOT, source)) > built);
}

/**
 * When a file, or the newest file in a folder, was changed; 0 where there is none.
 * @type {(path: string) => number}
 */
function changed(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((entry) => changed(join(path, entry))));
}
