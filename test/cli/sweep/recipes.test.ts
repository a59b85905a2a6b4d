import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { ganfield, temporaryFolder } from '../../support/command.ts';
import { MAP, submit } from './submit.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

test('arrays of Slurm are cut where a site takes fewer, and the join depends on all', async () => {
  const out = folder.path('map.png');
  const text = await submit('slurm', out, '--shards', '10', '--max-tasks', '4');
  const script = `${out}.parts/shard.sbatch`;
  expect(text.split('\n')).toEqual([
    `job0=$(GANFIELD_FIRST=0 sbatch --parsable --export=ALL --comment=0 --array=0-3 ${script})`,
    `job1=$(GANFIELD_FIRST=4 sbatch --parsable --export=ALL --comment=4 --array=0-3 ${script})`,
    `job2=$(GANFIELD_FIRST=8 sbatch --parsable --export=ALL --comment=8 --array=0-1 ${script})`,
    `sbatch --parsable --dependency=afterok:$job0:$job1:$job2 ${out}.parts/join.sbatch`,
    '',
  ]);
  const lines = readFileSync(script, 'utf8').split('\n');
  expect(lines[0]).toBe('#!/bin/sh');
  for (const pattern of [
    /--mem=\d+M$/,
    /--time=\d+:\d\d:00$/,
    /--requeue$/,
    /--cpus-per-task=1$/,
  ]) {
    expect(lines.some((line) => line.startsWith('#SBATCH ') && pattern.test(line))).toBe(true);
  }
  expect(existsSync(out)).toBe(false);
  const { stdout } = await ganfield(['submit', '--status', `${out}.parts`]);
  expect(stdout).toContain('done 0 of 10\nrunning 0 of 10\nmissing 10 of 10: 0-9\n');
});

test.each([
  [['submit', ...MAP], 'missing out: expected the file that the parts are joined into'],
  [['submit', ...MAP, '--out', 'x.png', '--shards', '33'], 'invalid shards: 33, expected'],
  [['submit', '--status', '/nowhere'], 'invalid status: /nowhere, no such file or directory'],
])('%j is refused in a line', async (words, says) => {
  const { code, stderr } = await ganfield(words);
  expect(code).toBe(2);
  expect(stderr).toContain(says);
});
