import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { drawnStarts } from '../../src/experiment/ensemble/ensemble.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { ganfield, jsonOf, temporaryFolder } from '../support/command.ts';

interface MapJson {
  readonly starts: number;
  readonly box: unknown;
  readonly measures: Readonly<Record<string, readonly (number | string | null)[]>>;
}

interface MeasureJson {
  readonly rows: readonly (readonly (number | string | null)[])[];
}

const folder = temporaryFolder();
afterAll(folder.remove);

const BASE = ['--model', 'ns-gan', '--method', 'altgd', '--step', '0.1', '--time', '5'];
const ENSEMBLE = ['--starts', '7', '--box', 'phi1=-2:2,theta1=0.5:2', '--seed', '3'];
const PLANE = ['--x', 'l2=0:2', '--y', 'rateG=0.5:2:log', '--init', '0,0,0,0', '--size', '2x2'];

// Each pixel is a process of its own, of which one shows the gpu engine's.
describe.each([
  ['cpu', [0, 1, 2, 3]],
  ['gpu', [2]],
])('on the %s', (engine, pixels) => {
  test('statistics are those of `measure --inits` at each pixel’s parameters', async () => {
    const ids = ['outcome', 'share.converged', 'mean.distance', 'max.turns'];
    const flags = [...BASE, ...ENSEMBLE, ...PLANE, '--measure', ids.join(','), '--engine', engine];
    const json = await jsonOf<MapJson>(['map', ...flags]);
    expect(json.starts).toBe(7);
    expect(json.box).toEqual([
      { component: 'phi1', min: -2, max: 2 },
      { component: 'theta1', min: 0.5, max: 2 },
    ]);
    const seeded = withValues(defaultExperiment(), { seed: 3 });
    const drawn = drawnStarts(seeded, {
      starts: 7,
      box: [
        { component: 'phi1', min: -2, max: 2 },
        { component: 'theta1', min: 0.5, max: 2 },
      ],
    });
    const inits = Array.from({ length: 7 }, (_, i) => drawn.slice(4 * i, 4 * i + 4).join(','));
    const round = engine === 'gpu' ? Math.fround : (value: number) => value;
    for (const pixel of pixels) {
      const [l2, rateG] = [[0.5, 1.5][pixel % 2]!, 0.5 * 4 ** (pixel < 2 ? 0.25 : 0.75)];
      const sets = ['--set', `l2=${l2}`, '--set', `rateG=${rateG}`, '--engine', engine];
      const measured = await jsonOf<MeasureJson>(
        ['measure', ...BASE, ...sets, '--inits', '-', '--measure', 'outcome,distance,turns'],
        { input: inits.join('\n') },
      );
      const column = (index: number) => measured.rows.map((row) => row[index]);
      const labels = column(0);
      const shareOf = (label: unknown) => labels.filter((one) => one === label).length / 7;
      const [distances, turns] = [column(1) as number[], column(2) as number[]];
      expect(json.measures['share.converged']![pixel]).toBe(round(shareOf('converged')));
      expect(json.measures['mean.distance']![pixel]).toBe(
        round(distances.reduce((a, b) => a + b) / 7),
      );
      expect(json.measures['max.turns']![pixel]).toBe(Math.max(...turns));
      const most = Math.max(...labels.map(shareOf));
      expect(shareOf(json.measures['outcome']![pixel])).toBe(most);
    }
  });
});

test('a CSV has no column of what is drawn, and a picture carries its ensemble', async () => {
  const png = folder.path('ensemble.png');
  const flags = [...BASE, ...PLANE, '--measure', 'share.converged', '--time', '1'];
  flags.push('--starts', '2', '--box', 'phi1=-2:2,theta1=0.5:2');
  const picture = ['--out', png, '--bare', '--engine', 'cpu'];
  expect((await ganfield(['map', ...flags, ...picture])).code).toBe(0);
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
  const again = ['map', '--experiment', png, '--engine', 'cpu', '--format', 'csv'];
  const { stdout } = await ganfield(again);
  const [head, first] = stdout.split('\n');
  expect(head).toBe('l2,rateG,phi2,theta2,share.converged');
  expect(first!.split(',').slice(0, 1)).toEqual(['0.5']);
});

test.each([
  [['--starts', '4'], /missing box: .* --box phi1=-2:2/],
  [['--box', 'phi1=-1:1'], /missing starts: .* --starts 16/],
  [['--starts', '0', '--box', 'phi1=-1:1'], /invalid starts: 0, expected a whole number from 1/],
  [['--starts', '4', '--box', 'theta1=-1:1'], /invalid box: theta1 is an axis/],
  [['--starts', '4', '--box', 'l2=0:1'], /invalid box: l2=0:1/],
  [['--starts', '4', '--box', 'phi1=0:1', '--measure', 'rate'], /unknown measure of an ensemble/],
  [['--measure', 'share.converged'], /needs --starts and --box/],
])('refuses %j', async (flags, reason) => {
  const { code, stderr } = await ganfield(['map', ...BASE, ...flags]);
  expect(code).toBe(2);
  expect(stderr).toMatch(reason);
});
