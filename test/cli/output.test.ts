import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../../scripts/paths.js';
import { ganfield, outputOf, start, temporaryFolder } from '../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Names of outputs that are being written, or were left. */
const unfinished = () => readdirSync(folder.path('.')).filter((name) => name.endsWith('.part'));

/** Takes far longer than a test may: what ends, has been interrupted. */
const LONG = 'map --size 512 --time 1000 --measure rate --engine'.split(' ');

test.each(['cpu', 'gpu'])(
  'interrupted on the %s, it ends at once and leaves no file',
  async (engine) => {
    const out = folder.path(`long-${engine}.npy`);
    writeFileSync(out, 'what was there before');
    const child = start([...LONG, engine, '--out', out]);
    await once(child.stderr!, 'data'); // It says which engine it uses, then it works.
    expect(unfinished()).toHaveLength(1);
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([null, 'SIGINT']);
    expect(unfinished()).toEqual([]);
    expect(readFileSync(out, 'utf8')).toBe('what was there before');
  },
);

test('a file that is there is replaced', async () => {
  const out = folder.path('trace.csv');
  writeFileSync(out, 'x'.repeat(10_000));
  expect(await outputOf(['trace', '--samples', '3', '--engine', 'cpu', '--out', out])).toBe('');
  expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(5);
});

test('a device takes the data itself', async () => {
  const { code } = await ganfield([
    'trace',
    '--samples',
    '3',
    '--engine',
    'cpu',
    '--out',
    '/dev/null',
  ]);
  expect(code).toBe(0);
  expect(statSync('/dev/null').isFile()).toBe(false);
});

test('a reader that leaves early is no failure', async () => {
  const child = start('trace --samples 200000 --engine cpu --format csv'.split(' '));
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child.stdout!, 'data');
  child.stdout!.destroy();
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test.skipIf(!existsSync('/dev/full')).each(['models', '--help'])(
  '%s to a device that is full says so',
  async (word) => {
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'ganfield.js'), word], {
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const [code] = (await once(child, 'close')) as [number];
    expect(stderr).toBe('ganfield: unwritable output: stdout, no space left on device\n');
    expect(code).toBe(1);
  },
);

test('no folder for temporary files: one line with the remedy', async () => {
  const words = 'map --size 2 --time 5 --measure rate,turns --format npy --engine cpu --out';
  const { code, stderr } = await ganfield([...words.split(' '), folder.path('rate.npy')], {
    environment: { TMPDIR: '/nowhere', TEMP: '/nowhere' },
  });
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
    /^ganfield: unusable folder for temporary files: .*nowhere, no such file or directory; set \w+ to a folder with room$/,
  );
  expect(code).toBe(1);
});

test('a failure leaves no file', async () => {
  const out = folder.path('never.json');
  const { code } = await ganfield(['trace', '--engine', 'gpu', '--out', out], {
    environment: { VK_ICD_FILENAMES: '/nowhere.json', VK_DRIVER_FILES: '/nowhere.json' },
  });
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
  expect(unfinished()).toEqual([]);
});
