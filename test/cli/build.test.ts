import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildCommandLine, isCommandLineStale } from '../../scripts/build/command-line.js';
import { ROOT } from '../../scripts/paths.js';
import { ganfield, start } from '../support/command.ts';

const DIST = join(ROOT, 'dist-cli');
const ENTRY = join(DIST, 'ganfield.js');

const builds = () => readdirSync(DIST).filter((name) => name.startsWith('build-'));

test('a build is a folder of its own, and the entry leads to the newest', async () => {
  const before = builds();
  await buildCommandLine();
  const [fresh, ...others] = builds().filter((name) => !before.includes(name));
  expect(others).toEqual([]);
  expect(readFileSync(ENTRY, 'utf8')).toBe(`export { main } from './${fresh}/ganfield.js';\n`);
  expect(before.filter((name) => !builds().includes(name))).toEqual([]);
  expect(isCommandLineStale()).toBe(false);
});

test('who runs while others build keeps its build, also for what it loads later', async () => {
  const child = start('measure --engine cpu --time 5 --measure outcome --inits -'.split(' '));
  let [stdout, stderr] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const closed = once(child, 'close');
  const [parallel] = await Promise.all([
    Promise.all(Array.from({ length: 6 }, () => ganfield(['models', '--format', 'json']))),
    buildCommandLine(),
    buildCommandLine(),
  ]);
  for (const run of parallel) expect([run.code, run.stderr]).toEqual([0, '']);
  child.stdin!.end('0,0,1,0\n');
  const [code] = (await closed) as [number];
  expect([code, stderr]).toEqual([0, 'ganfield: cpu engine: float64 on the processor\n']);
  expect((JSON.parse(stdout) as { rows: unknown[] }).rows).toHaveLength(1);
});

test('a build that is older than a day is removed', async () => {
  // One that no command of another test is using.
  const old = 'build-old';
  mkdirSync(join(DIST, old), { recursive: true });
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  utimesSync(join(DIST, old), yesterday, yesterday);
  await buildCommandLine();
  expect(builds()).not.toContain(old);
  const [, present] = /'\.\/(build-\w+)\//.exec(readFileSync(ENTRY, 'utf8'))!;
  expect(builds()).toContain(present);
});
