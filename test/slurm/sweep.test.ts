import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ganfield, outputOf, temporaryFolder } from '../support/command.ts';
import { startCluster, type Cluster } from './cluster.ts';

const folder = temporaryFolder();
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster(folder.path(''));
});
afterAll(() => {
  cluster?.stop();
  folder.remove();
});

const MAP =
  'map --model wgan-gp --set c=0 --x lambda=0:2 --y rateG=0.1:10:log --size 32 --time 8 --measure outcome --starts 4 --box phi1=-1:1,theta1=-1:1 --engine cpu'.split(
    ' ',
  );

/** The command in the cluster's environment. */
const inCluster = (...words: readonly string[]) =>
  ganfield(words, { environment: cluster.environment });

/** Waits until the queue is empty. */
async function emptied(): Promise<void> {
  while (cluster.run('squeue', '-h').trim() !== '') {
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

test('a map in arrays of Slurm, cut where a site takes fewer tasks, is that of one run', async () => {
  const [whole, joined, parts] = ['whole.png', 'joined.png', 'parts'].map((name) =>
    folder.path(name),
  );
  await outputOf([...MAP, '--out', whole!]);
  const submit = ['submit', ...MAP.slice(1), '--shards', '7', '--max-tasks', '4'];
  const { code, stderr } = await inCluster(...submit, '--parts', parts!, '--out', joined!, '--run');
  expect(stderr).toContain('MB are asked for');
  expect(code).toBe(0);
  await emptied();
  expect(readFileSync(joined!).equals(readFileSync(whole!))).toBe(true);
  const status = await inCluster('submit', '--status', parts!);
  expect(status.stdout).toContain('done 7 of 7: 0-6\nrunning 0 of 7\nmissing 0 of 7\n');
  const logs = readdirSync(parts!).filter((name) => name.startsWith('log-'));
  expect(logs).toHaveLength(8);

  // Two parts get lost: what the status says finishes the rest, and computes nothing twice.
  for (const lost of ['2-of-7.part', '5-of-7.part']) rmSync(`${parts}/${lost}`);
  rmSync(joined!);
  const after = await inCluster('submit', '--status', parts!);
  expect(after.stdout).toContain('missing 2 of 7: 2,5\n');
  const [, commands] = after.stdout.split('to finish the rest:\n');
  cluster.run('sh', '-ec', commands!);
  await emptied();
  expect(readFileSync(joined!).equals(readFileSync(whole!))).toBe(true);
});
