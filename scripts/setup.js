/** `npm run setup`: installs the packages, and says what it waits for. */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.js';

/** Milliseconds after which somebody wonders; where nothing is missing, npm takes one second. */
const PATIENCE = 4000;

/** The packages of the lock file, Dawn (optional for users of the command line) included. */
const INSTALL = 'npm install --include=optional --no-audit --no-fund --loglevel=error';

/**
 * @param {string} folder with a package.json
 * @returns {Promise<boolean>} whether all packages are there
 */
export async function installPackages(folder) {
  const wondering = setTimeout(() => {
    console.error('setup: npm install is fetching packages, or waiting for their registry …');
  }, PATIENCE);
  // A shell, since npm is a script with another ending on Windows.
  const child = spawn(INSTALL, { cwd: folder, shell: true, stdio: 'inherit' });
  const status = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  clearTimeout(wondering);
  if (status === 0) return true;
  console.error(
    'setup: packages are missing; npm install needs a network, or an npm cache that has them',
  );
  return false;
}

if (import.meta.filename === process.argv[1]) {
  process.exitCode = (await installPackages(ROOT)) ? 0 : 1;
}
