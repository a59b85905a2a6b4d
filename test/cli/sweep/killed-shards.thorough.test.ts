import { existsSync, readdirSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { ganfield, outputOf, start, temporaryFolder } from '../../support/command.ts';
import { randomSource } from '../../support/random.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

const MAP =
  'map --model wgan-gp --set lambda=0.25 --hold phi1=0.5,phi2=0.3 --size 8x9 --time 4 --measure distance --engine cpu'.split(
    ' ',
  );

const filesIn = (path: string) => (existsSync(path) ? readdirSync(path) : []);

test('a shard that is killed at a random moment, 50 times, leaves nothing or a whole part', async () => {
  const parts = folder.path('killed/');
  const random = randomSource(7);
  const timed = performance.now();
  await outputOf([...MAP, '--shard', '0/2', '--out', folder.path('timed.part')]);
  const usual = performance.now() - timed;
  const seen = new Set<string>();
  for (let i = 0; i < 50; i++) {
    rmSync(parts, { recursive: true, force: true });
    const child = start([...MAP, '--shard', '0/2', '--out', parts]);
    const ended = new Promise((resolve) => child.on('close', resolve));
    setTimeout(() => child.kill('SIGKILL'), 1.2 * usual * random());
    await ended;
    const whole = filesIn(parts).filter((name) => name.endsWith('.part') && name[0] !== '.');
    const { stderr } = await ganfield(['join', parts]);
    // The other part was never computed: of the killed one there is all or nothing.
    expect(stderr).toMatch(
      whole.length > 0 ? /missing 1 of 2: 1\n/ : /no parts|invalid part: .*killed/,
    );
    seen.add(`${whole.length} whole`);
  }
  expect([...seen].toSorted()).toEqual(['0 whole', '1 whole']);
  for (const which of ['0/2', '1/2']) {
    await outputOf([...MAP, '--shard', which, '--out', parts]);
  }
  expect(await outputOf(['join', parts, '--format', 'csv'])).toBe(
    await outputOf([...MAP, '--format', 'csv']),
  );
});
