import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ganfield, outputOf, start, temporaryFolder } from '../../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Rows that no number of shards divides. */
const MAP =
  'map --model wgan-gp --set lambda=0.25 --hold phi1=0.5,phi2=0.3 --size 4x37 --time 4 --measure distance'.split(
    ' ',
  );
async function shard(map: readonly string[], which: string, out: string, ...more: string[]) {
  return ganfield([...map, '--shard', which, '--out', out, ...more]);
}

async function partsOf(map: readonly string[], count: number, name: string, ...more: string[]) {
  const parts = folder.path(`${name}/`);
  for (let i = 0; i < count; i++) {
    const { code, stderr } = await shard(map, `${i}/${count}`, parts, ...more);
    expect(code, stderr).toBe(0);
  }
  return parts;
}

const inits = folder.path('starts.csv');

/** As many rows, without the map's sample for a picture. */
const LIST = `measure --model wgan-gp --time 4 --measure distance --inits ${inits}`.split(' ');

beforeAll(() => {
  writeFileSync(inits, Array.from({ length: 37 }, (_, i) => `0.5,0.3,1,${i / 9}\n`).join(''));
});

test('joined, parts are one run, byte for byte', async () => {
  // The least that a picture with axes takes.
  const map = [...MAP, '--size', '32x37'];
  const parts = await partsOf(map, 2, 'two', '--engine', 'cpu');
  for (const format of ['json', 'png']) {
    const [joined, whole] = ['joined', 'whole'].map((name) => folder.path(`${name}.${format}`));
    await outputOf(['join', parts, '--out', joined!]);
    await outputOf([...map, '--engine', 'cpu', '--out', whole!]);
    expect(readFileSync(joined!).equals(readFileSync(whole!)), format).toBe(true);
  }
});

test('so are parts of what is measured of given initial conditions', async () => {
  const measure =
    'measure --model wgan-gp --method altgd --set noise=0.1 --time 4 --engine cpu'.split(' ');
  const five = folder.path('five.csv');
  writeFileSync(five, '0.5,0.3,1,2\n0.5,0.3,1,1\n0,1,0.2,0\n-1,0.5,2,2\n0.1,0.1,0.1,0.2\n');
  const words = [...measure, '--inits', five, '--measure', 'turns,outcome'];
  const parts = await partsOf(words, 2, 'states');
  for (const format of ['json', 'csv']) {
    const whole = await outputOf([...words, '--format', format]);
    expect(await outputOf(['join', parts, '--format', format])).toBe(whole);
  }
  const { stderr } = await ganfield(['join', parts, '--bare']);
  expect(stderr).toContain('invalid bare: initial conditions have no picture; use json or csv');
  writeFileSync(five, '0.5,0.3,1,2\n0.5,0.3,1,1\n0,1,0.2,0\n-1,0.5,2,2\n0.1,0.1,0.1,0.3\n');
  const other = folder.path('others.part');
  await shard(words, '1/2', other);
  const mixed = await ganfield(['join', join(parts, '0-of-2.part'), other]);
  expect(mixed.stderr).toContain(`${other} is of other initial conditions, expected that of `);
});

describe('parts that do not belong together', () => {
  const CPU = ['--engine', 'cpu'];

  test('what is missing is an array expression', async () => {
    const parts = folder.path('missing/');
    for (const which of ['0/5', '2/5']) await shard(LIST, which, parts, ...CPU);
    const { code, stdout, stderr } = await ganfield(['join', parts]);
    expect([code, stdout, stderr]).toEqual([1, '', 'ganfield: missing 3 of 5: 1,3-4\n']);
  });

  test('one of another experiment, of other measures or another number of shards is refused by name', async () => {
    const parts = await partsOf(LIST, 2, 'other', ...CPU);
    const other = folder.path('other.part');
    for (const [which, more, what] of [
      ['1/2', ['--set', 'lambda=0.5'], 'another experiment'],
      ['1/2', ['--measure', 'turns'], 'other measures'],
      ['1/3', [], 'another number of shards'],
    ] as const) {
      await shard([...LIST, ...more], which, other, ...CPU, '--force');
      const { code, stderr } = await ganfield(['join', join(parts, '0-of-2.part'), other]);
      expect(code).toBe(1);
      expect(stderr).toContain(`invalid part: ${other} is of ${what}, expected that of `);
    }
  });

  test('what is damaged or no part is refused by name', async () => {
    const parts = await partsOf(LIST, 1, 'damaged', ...CPU);
    const part = join(parts, '0-of-1.part');
    const bytes = readFileSync(part);
    const text = folder.path('text.part');
    for (const [path, content, says] of [
      [part, bytes.with(bytes.length - 100, bytes.at(-100)! ^ 1), 'damaged or cut short'],
      [part, bytes.subarray(0, -1), 'damaged or cut short'],
      [text, Buffer.from('theta1,theta2\n1,2\n'), 'not a part of a map'],
    ] as const) {
      writeFileSync(path, content);
      const { code, stderr } = await ganfield(['join', path]);
      expect(code).toBe(1);
      expect(stderr).toContain(`invalid part: ${path}, ${says}`);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});

test('a part that is there and right is not computed again, unless that is forced', async () => {
  const part = folder.path('once.part');
  const cpu = ['--engine', 'cpu'];
  await shard(LIST, '0/9', part, ...cpu);
  const bytes = readFileSync(part);
  expect((await shard(LIST, '0/9', part, ...cpu)).stderr).toContain('is there and right');
  expect((await shard(LIST, '0/9', part, ...cpu, '--force')).stderr).toContain('done in');
  truncateSync(part, 100);
  expect((await shard(LIST, '0/9', part, ...cpu)).stderr).toContain('done in');
  expect(readFileSync(part).equals(bytes)).toBe(true);
});

test('the queue says which part it is', async () => {
  for (const [environment, more] of [
    [{ SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '9' }, []],
    [{ SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '1' }, ['--shards', '9']],
    [{ JOB_COMPLETION_INDEX: '2' }, ['--shards', '9']],
  ] as const) {
    const words = [...LIST, '--engine', 'cpu', '--shard', 'auto', '--force', ...more];
    const { stderr } = await ganfield([...words, '--out', folder.path('auto.part')], {
      environment,
    });
    expect(stderr).toContain('shard 2 of 9: 4 of 37 rows');
  }
});

test.each([
  [['--shard', '9/9'], 'invalid shard: 9/9, expected i/n'],
  [['--shard', '-1/9'], 'invalid shard: -1/9, expected i/n'],
  [['--shard', '1/9/2'], 'invalid shard: 1/9/2, expected i/n'],
  [['--shard', 'auto'], 'invalid shard: auto, expected SLURM_ARRAY_TASK_ID'],
  [['--shard', '1/9'], 'missing out: expected a file for the part'],
  [['--shard', '1/9', '--format', 'png'], 'invalid format: a shard is a part of a map'],
  [['--shards', '9'], 'invalid shards: expected beside --shard'],
])('%j is refused in a line', async (words, says) => {
  const { code, stderr } = await ganfield([...MAP, ...words]);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a task that is ended leaves nothing, soon', async () => {
  const parts = folder.path('ended/');
  const words = [...MAP, '--time', '1000', '--engine', 'cpu', '--shard', '0/1', '--out', parts];
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const child = start(words);
    const ended = new Promise((resolve) => child.on('close', (_, by) => resolve(by)));
    await new Promise<void>((resolve) => {
      child.stderr!.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('rows')) resolve();
      });
    });
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(parts).filter((name) => name.endsWith('of-1.part'))).toEqual([]);
  }
});
