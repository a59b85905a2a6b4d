import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/paths.js';
import { ganfield, outputOf, start, temporaryFolder } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const WORDS = 'trace --samples 2 --engine cpu --format csv'.split(' ');
const HEADER = /^t,/;

/** A folder of its own for one test. */
function place(name: string): (file: string) => string {
  mkdirSync(folder.path(name));
  return (file) => join(folder.path(name), file);
}

describe.skipIf(process.platform === 'win32')('an output keeps what was there', () => {
  test.each([0o600, 0o640, 0o666, 0o755])('its mode, %o', async (mode) => {
    const out = folder.path(`mode-${mode}.csv`);
    writeFileSync(out, 'before');
    chmodSync(out, mode);
    await outputOf([...WORDS, '--out', out]);
    expect(statSync(out).mode & 0o777).toBe(mode);
    expect(readFileSync(out, 'utf8')).toMatch(HEADER);
  });

  test('symbolic links, also one whose file is missing', async () => {
    const at = place('links');
    mkdirSync(at('data'));
    symlinkSync('data/target.csv', at('relative.csv'));
    symlinkSync(at('relative.csv'), at('absolute.csv'));
    for (const before of [undefined, 'before']) {
      if (before !== undefined) writeFileSync(at('data/target.csv'), before);
      await outputOf([...WORDS, '--out', at('absolute.csv')]);
      expect(readlinkSync(at('absolute.csv'))).toBe(at('relative.csv'));
      expect(readlinkSync(at('relative.csv'))).toBe('data/target.csv');
      expect(readFileSync(at('data/target.csv'), 'utf8')).toMatch(HEADER);
    }
    expect(readdirSync(at('data'))).toEqual(['target.csv']);
  });

  test('what stands in a file that is appended to', async () => {
    const log = folder.path('log');
    for (const out of ['/dev/stdout', '/dev/fd/1', '-']) {
      writeFileSync(log, 'before\n');
      const descriptor = openSync(log, 'a');
      const words = [join(ROOT, 'bin', 'ganfield.js'), ...WORDS, '--out', out];
      spawnSync(process.execPath, words, { stdio: ['ignore', descriptor, 'ignore'] });
      closeSync(descriptor);
      expect(readFileSync(log, 'utf8'), out).toMatch(/^before\nt,/);
    }
    const descriptor = openSync(log, 'a');
    const words = [join(ROOT, 'bin', 'ganfield.js'), ...WORDS, '--out', '/dev/fd/3'];
    spawnSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
    closeSync(descriptor);
    expect(readFileSync(log, 'utf8').match(/^t,/gm)).toHaveLength(2);
  });
});

describe('what cannot be written fails before the work', () => {
  test.skipIf(process.platform === 'win32').each([
    ['a name that is too long', () => folder.path(`${'n'.repeat(300)}.csv`), /name too long/],
    [
      'links in a circle',
      () => (symlinkSync('circle.csv', folder.path('circle.csv')), folder.path('circle.csv')),
      /too many symbolic links/,
    ],
    ['a descriptor that is not open', () => '/dev/fd/77', /bad file descriptor/],
    ['a folder that takes no files', () => '/proc/ganfield.csv', /no such file|permission/],
  ])('%s', async (_, out, says) => {
    const { code, stderr } = await ganfield([...WORDS, '--out', out()]);
    // One line, so no engine was opened.
    expect(stderr).toMatch(/^ganfield: unwritable output: [^\n]+\n$/);
    expect(stderr).toMatch(says);
    expect(code).toBe(1);
  });

  test('no name at all', async () => {
    const { code, stderr } = await ganfield([...WORDS, '--out', '']);
    expect(stderr).toBe('ganfield: invalid out: (empty), expected a file, or - for stdout\n');
    expect(code).toBe(2);
  });
});

test('what a killed process leaves is in nobody’s way, and is removed after a day', async () => {
  const at = place('killed');
  const words = 'map --size 512 --time 1000 --measure rate --engine cpu --out'.split(' ');
  const child = start([...words, at('map.npy')]);
  await once(child.stderr!, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  const left = readdirSync(at('.'));
  expect(left).toEqual([expect.stringMatching(/^\.ganfield-[\da-f]{16}\.part$/)]);

  await outputOf([...WORDS, '--out', at('a.csv')]);
  expect(readdirSync(at('.')).toSorted()).toEqual([...left, 'a.csv']);

  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  writeFileSync(at('.other.part'), '');
  for (const name of [...left, '.other.part']) utimesSync(at(name), yesterday, yesterday);
  await outputOf([...WORDS, '--out', at('a.csv')]);
  expect(readdirSync(at('.')).toSorted()).toEqual(['.other.part', 'a.csv']);
});

test('processes of the same number do not meet', async () => {
  const at = place('same');
  const outs = ['a.csv', 'b.csv', 'c.csv'].map(at);
  const hook = at('pid.cjs');
  writeFileSync(hook, "Object.defineProperty(process, 'pid', { value: 7 });");
  const environment = { NODE_OPTIONS: `--require ${hook}` };
  // Left by an older Ganfield.
  writeFileSync(at('.a.csv.7.part'), '');
  await Promise.all(outs.map((out) => outputOf([...WORDS, '--out', out], { environment })));
  for (const out of outs) expect(existsSync(out) && lstatSync(out).isFile()).toBe(true);
});

test('a child that inherits a descriptor writes to it as a whole', async () => {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bin', 'ganfield.js'), ...WORDS, '--out', '/dev/fd/3'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  let text = '';
  (child.stdio[3] as NodeJS.ReadableStream).on('data', (piece: Buffer) => (text += String(piece)));
  await once(child, 'close');
  expect(text).toMatch(HEADER);
});
