/** `npm start`: builds the page, serves it, and opens it where there is a desktop to open it on. */
import { spawn } from 'node:child_process';
import { build, preview } from 'vite';
import { ROOT } from './paths.js';

/** @type {Record<string, [command: string, ...values: string[]]>} */
const OPENERS = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] };

/**
 * Opens the address in the user's browser. That this fails is nothing: the address is printed.
 * @type {(url: string) => void}
 */
function open(url) {
  const { env, platform } = process;
  const [command, ...values] = OPENERS[platform] ?? [];
  if (!command || env['CI'] || !process.stdout.isTTY) return;
  if (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return;
  spawn(command, [...values, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

await build({ root: ROOT, logLevel: 'warn' });
const server = await preview({ root: ROOT });
const url = server.resolvedUrls?.local[0] ?? '';
console.log(`\n  Ganfield is ready at ${url} (Ctrl+C stops it)\n`);
open(url);
