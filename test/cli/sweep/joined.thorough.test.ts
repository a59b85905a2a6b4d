import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { outputOf, temporaryFolder } from '../../support/command.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

/** Rows that no number of shards divides. */
const MAP =
  'map --model wgan-gp --set lambda=0.25 --hold phi1=0.5,phi2=0.3 --size 33x32 --time 4 --measure distance'.split(
    ' ',
  );
const ENSEMBLE =
  'map --model wgan-gp --x lambda=0:2 --y rateG=0.1:10:log --starts 3 --box phi1=-1:1,theta1=-1:1 --measure share.orbiting --size 32 --time 2'.split(
    ' ',
  );
const FORMATS = ['json', 'npy', 'csv', 'png'] as const;

async function partsOf(map: readonly string[], count: number, name: string, engine: string) {
  const parts = folder.path(`${name}/`);
  for (let i = 0; i < count; i++) {
    await outputOf([...map, '--engine', engine, '--shard', `${i}/${count}`, '--out', parts]);
  }
  return parts;
}

describe.each([
  { engine: 'cpu', map: MAP, counts: [1, 2, 7] },
  { engine: 'cpu', map: ENSEMBLE, counts: [3] },
  { engine: 'gpu', map: MAP, counts: [2] },
])('parts by the $engine engine: $map.1 $map.2 $counts', ({ engine, map, counts }) => {
  test('joined they are one run, byte for byte', async () => {
    const name = `${engine}-${map === MAP ? 'plain' : 'ensemble'}`;
    for (const format of FORMATS) {
      await outputOf([...map, '--engine', engine, '--out', folder.path(`${name}.${format}`)]);
    }
    for (const count of counts) {
      const parts = await partsOf(map, count, `${name}-${count}`, engine);
      // A picture is joined of the same numbers.
      const formats = count === counts.at(-1) ? FORMATS : (['npy', 'json'] as const);
      for (const format of formats) {
        const joined = folder.path(`${name}-${count}.${format}`);
        await outputOf(['join', parts, '--out', joined]);
        const whole = readFileSync(folder.path(`${name}.${format}`));
        expect(readFileSync(joined).equals(whole), `${count} ${format}`).toBe(true);
      }
    }
  });
});

test('64 parts of initial conditions are one run', async () => {
  const starts = Array.from({ length: 100 }, (_, i) => `0.5,0.3,${i / 50 - 1},1`).join('\n');
  const words = 'measure --model ns-gan --time 4 --engine cpu --inits -'.split(' ');
  const parts = folder.path('64/');
  for (let i = 0; i < 64; i++) {
    await outputOf([...words, '--shard', `${i}/64`, '--out', parts], { input: starts });
  }
  const whole = await outputOf([...words, '--format', 'csv'], { input: starts });
  expect(await outputOf(['join', parts, '--format', 'csv'])).toBe(whole);
});
