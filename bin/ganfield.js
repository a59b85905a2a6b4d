#!/usr/bin/env node
/**
 * The command `ganfield`. An installed package brings it built. In a clone it is built on first use,
 * and again after its sources have changed.
 */
import { existsSync } from 'node:fs';

const BUILT = new URL('../dist-cli/ganfield.js', import.meta.url);
const SOURCE = new URL('../src/cli/main.ts', import.meta.url);

try {
  if (existsSync(SOURCE)) await refresh();
  const { main } = await import(BUILT.href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const [line] = String(error instanceof Error ? error.message : error).split('\n');
  console.error(`ganfield: ${line}`);
  process.exitCode = 1;
}

async function refresh() {
  const { buildCommandLine, isCommandLineStale } = await import('../scripts/build/command-line.js');
  if (!isCommandLineStale()) return;
  console.error('ganfield: building the command line from its sources, once');
  await buildCommandLine();
}
