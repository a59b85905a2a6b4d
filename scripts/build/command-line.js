/**
 * Builds the command line: each build in a folder of its own in dist-cli/, and beside them
 * `ganfield.js`, which leads to the newest and is replaced in one step. Who runs it meets a whole
 * build, and keeps it while others build anew.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../paths.js';
import { isStale } from './stale.js';

const TARGET = join(ROOT, 'dist-cli');
const ENTRY = 'ganfield.js';

/** Milliseconds after which no process runs an older build any more. */
const KEPT = 24 * 3_600_000;

/** @param {{ alone?: boolean }} [options] `alone` removes all other builds, for a package */
export async function buildCommandLine({ alone = false } = {}) {
  const { build } = await import('vite'); // Not needed, and slow, where nothing has changed.
  const begun = new Date();
  const name = `build-${randomBytes(6).toString('hex')}`;
  const folder = join(TARGET, name);
  try {
    await build({
      root: ROOT,
      logLevel: 'error',
      configFile: join(ROOT, 'vite.cli.config.ts'),
      build: { outDir: folder, emptyOutDir: true },
    });
    const entry = join(folder, 'entry.js');
    await writeFile(entry, `export { main } from './${name}/${ENTRY}';\n`);
    // As old as the sources it was made from: one that changed meanwhile is newer.
    await utimes(entry, begun, begun);
    await rename(entry, join(TARGET, ENTRY));
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  await removeOthers(name, alone ? Infinity : Date.now() - KEPT);
}

/**
 * Removes what other builds have left.
 * @param {string} name of the present one
 * @param {number} newest of those that are removed, in milliseconds
 */
async function removeOthers(name, newest) {
  const others = readdirSync(TARGET).filter((other) => other !== name && other !== ENTRY);
  for (const other of others) {
    const path = join(TARGET, other);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats && stats.mtimeMs < newest) await rm(path, { recursive: true, force: true });
  }
}

/** Whether dist-cli/ is missing or older than one of its sources. */
export function isCommandLineStale() {
  const sources = ['package.json', 'vite.cli.config.ts', 'shaders', 'src', 'scripts'];
  return isStale(join('dist-cli', ENTRY), sources);
}
