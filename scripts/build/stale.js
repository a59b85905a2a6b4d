/** What is older than what it is made of. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.js';

/**
 * Whether a file that a build makes is missing, or older than one of its sources.
 * @param {string} made in the repository
 * @param {readonly string[]} sources files and folders in the repository
 */
export function isStale(made, sources) {
  const built = statSync(join(ROOT, made), { throwIfNoEntry: false })?.mtimeMs ?? 0;
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
