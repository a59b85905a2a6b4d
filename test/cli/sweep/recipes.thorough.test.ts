import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { outputOf, temporaryFolder } from '../../support/command.ts';
import { MAP, submit } from './submit.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

test('the commands for GNU parallel make the map, run by a stand-in for it', async () => {
  const out = folder.path('it is joined.npy');
  const text = await submit('parallel', out, '--shards', '3');
  // What GNU parallel does: the command once for each line, which stands where `{}` does.
  writeFileSync(
    folder.path('parallel'),
    `#!${process.execPath}
const { execFileSync } = require('node:child_process');
const words = process.argv.slice(2);
const command = words.slice(words.indexOf('TERM,5000,KILL') + 1);
for (const line of require('node:fs').readFileSync(0, 'utf8').trim().split('\\n')) {
  execFileSync(command[0], command.slice(1).map((word) => word.replaceAll('{}', line)));
}
`,
    { mode: 0o755 },
  );
  const PATH = `${folder.path('')}:${process.env['PATH']}`;
  execFileSync('sh', ['-ec', text], { stdio: 'ignore', env: { ...process.env, PATH } });
  await outputOf(['map', ...MAP, '--out', folder.path('whole.npy')]);
  expect(readFileSync(out).equals(readFileSync(folder.path('whole.npy')))).toBe(true);
});

test('a job of Kubernetes is indexed, and computes the shard of its index', async () => {
  const out = folder.path('pods.npy');
  const text = await submit('kubernetes', out, '--shards', '2', '--image', 'registry/ganfield:1');
  expect(text).toContain('completionMode: Indexed\n  completions: 2\n  parallelism: 2\n');
  expect(text).toContain('image: "registry/ganfield:1"');
  const commands = [...text.matchAll(/command: (\[.*\])/g)].map(
    ([, json]) => JSON.parse(json!) as string[],
  );
  expect(commands).toHaveLength(2);
  for (const index of ['0', '1']) {
    await outputOf(commands[0]!.slice(1), { environment: { JOB_COMPLETION_INDEX: index } });
  }
  await outputOf(commands[1]!.slice(1));
  await outputOf(['map', ...MAP, '--out', folder.path('alone.npy')]);
  const joined = readFileSync(`${out}.parts/pods.npy`);
  expect(joined.equals(readFileSync(folder.path('alone.npy')))).toBe(true);
});
