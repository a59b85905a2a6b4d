import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's or package's folder: scripts/ is in it, and so are builds, a level deeper. */
export const ROOT = packageFolder(dirname(fileURLToPath(import.meta.url)));

/** @type {(folder: string) => string} */
function packageFolder(folder) {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('missing package.json: Ganfield is not installed whole');
  return packageFolder(above);
}
