import { writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { jsonOf, outputOf, temporaryFolder } from '../support/command.ts';
import { randomSource, randomStates } from '../support/random.ts';

interface MeasureJson {
  readonly experiment: Readonly<Record<string, unknown>>;
  readonly engine: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

const folder = temporaryFolder();
afterAll(folder.remove);

const CPU = ['--engine', 'cpu'];

test('a damped linear model: every measure is what its eigenvalues say', async () => {
  // wgan-gp, c = 0, lambda = 1: the state decays as (1 + t) exp(-t).
  const inits = folder.path('one.csv');
  writeFileSync(inits, '0,0,1,0\n');
  const flags = '--model wgan-gp --set lambda=1 --set c=0 --time 40 --step 0.05'.split(' ');
  const { columns, rows, experiment } = await jsonOf<MeasureJson>([
    'measure',
    ...flags,
    '--inits',
    inits,
    ...CPU,
  ]);
  expect(experiment).toMatchObject({ model: 'wgan-gp', lambda: 1, c: 0, time: 40 });
  const row = Object.fromEntries(columns.map((id, i) => [id, rows[0]![i]!]));
  expect(row['outcome']).toBe('converged');
  expect(row['distance']).toBeCloseTo(41 * Math.exp(-40), 20);
  expect(row['amplitude']).toBeCloseTo(31 * Math.exp(-30), 12);
  // (1 + t) exp(-t) = 0.01; between two steps the path is a cubic, wrong by some h^4 / 384.
  expect(row['settle']).toBeCloseTo(6.638352067993813, 6);
});

test('picks measures, in the order asked for', async () => {
  const input = '0.1,0.2,0.2,0.1\n1,0,0,1\n';
  const flags = ['measure', '--model', 'ns-gan', '--time', '20', '--inits', '-', ...CPU];
  const all = await jsonOf<MeasureJson>(flags, { input });
  const two = await jsonOf<MeasureJson>([...flags, '--measure', 'outcome,rate'], { input });
  expect(two.columns).toEqual(['outcome', 'rate']);
  const picked = two.columns.map((id) => all.columns.indexOf(id));
  expect(two.rows).toEqual(all.rows.map((row) => picked.map((column) => row[column])));
  const csv = await outputOf([...flags, '--measure', 'outcome,rate', '--format', 'csv'], { input });
  expect(csv.split('\n')).toEqual(['outcome,rate', ...two.rows.map((row) => row.join(',')), '']);
});

test.each([
  ['a header', 'phi1,phi2,theta1,theta2\n0.1,0.2,0.2,0.1\n'],
  ['a quoted header', '"theta1","theta2","phi1","phi2"\n0.2,0.1,0.1,0.2\n'],
  ['a header in capitals', 'Theta1,Theta2,Phi1,Phi2\n0.2,0.1,0.1,0.2\n'],
  ['a header in a comment', '# theta1,theta2,phi1,phi2\n0.2,0.1,0.1,0.2\n'],
  ['a Greek header', 'θ₁,θ₂,φ₁,φ₂\n0.2,0.1,0.1,0.2\n'],
  ['decimal commas', '0,1;0,2;0,2;0,1\n'],
  ['blank lines and carriage returns', '\r\n0.1,0.2,0.2,0.1\r\n\r\n'],
  ['a byte order mark and blanks', '\uFEFF 0.1, 0.2, 0.2 ,1e-1'],
  ['semicolons', 'phi1;phi2;theta1;theta2\n0.1;0.2;0.2;0.1'],
  ['numpy.savetxt', '# four numbers\n1.0e-01 2.0e-01 2.0e-01 1.0e-01\n'],
  ['columns by their names', 'theta1,note,theta2,phi1,phi2\n0.2,7,0.1,0.1,0.2\n'],
])('reads %s', async (_, input) => {
  const flags = ['measure', '--time', '5', '--measure', 'distance,turns', '--inits', '-', ...CPU];
  const plain = await jsonOf<MeasureJson>(flags, { input: '0.1,0.2,0.2,0.1' });
  expect((await jsonOf<MeasureJson>(flags, { input })).rows).toEqual(plain.rows);
});

test('flags take numbers as people write them', async () => {
  const run = (init: string, l2: string, time: string) => {
    const choices = ['--init', init, '--set', `l2=${l2}`, '--time', time];
    return outputOf(['trace', ...choices, '--samples', '3', '--format', 'csv', ...CPU]);
  };
  const plain = await run('0.1,0.2,-0.2,0.1', '0.25', '5');
  expect(await run('0,1;0,2;−0,2;0,1', '1/4', '5,0')).toBe(plain);
});

test('an adapter agrees with the cpu on random starts', async () => {
  const states = randomStates(randomSource(3), 200, 0.05, 2);
  const input = Array.from({ length: 200 }, (_, i) =>
    states.subarray(4 * i, 4 * i + 4).join(','),
  ).join('\n');
  const flags = 'measure --model wgan-gp --set lambda=0.3 --set c=0 --time 20 --inits -'.split(' ');
  const [cpu, gpu] = await Promise.all(
    ['cpu', 'gpu'].map((engine) => jsonOf<MeasureJson>([...flags, '--engine', engine], { input })),
  );
  expect([cpu!.engine, gpu!.engine]).toEqual(['cpu', 'gpu']);
  const column = (json: MeasureJson, id: string) =>
    json.rows.map((row) => row[json.columns.indexOf(id)]);
  const digits = { distance: 5, amplitude: 5, turns: 4, ema: 5, lyapunov: 4, difference: 5 };
  for (const [id, count] of Object.entries(digits)) {
    const theirs = column(gpu!, id);
    column(cpu!, id).forEach((value, i) => {
      expect(theirs[i], id).toBeCloseTo(Number(value), count);
    });
  }
  expect(column(gpu!, 'outcome')).toEqual(column(cpu!, 'outcome'));
});
