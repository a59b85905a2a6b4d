import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { MEASURES } from '../../src/measures/index.ts';
import { ganfield, jsonOf, outputOf, temporaryFolder } from '../support/command.ts';

interface MapJson {
  readonly engine: string;
  readonly width: number;
  readonly height: number;
  readonly x: unknown;
  readonly y: unknown;
  readonly measures: Readonly<Record<string, readonly (number | string | null)[]>>;
}

interface MeasureJson {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

const IDS = MEASURES.map(({ id }) => id);

const folder = temporaryFolder();
afterAll(folder.remove);

/** A slice with a hold and odd sizes, where some starts diverge and some never settle. */
const SLICE = ['--x', 'theta1=-3:3', '--y', 'phi2=-1.5:2.5', '--hold', 'phi1=0.4,theta2=0.3'];
const EXPERIMENT = [
  '--model',
  'f-gan',
  '--set',
  'divergence=pearson',
  '--time',
  '15',
  '--step',
  '0.05',
];

const MAP = ['map', ...EXPERIMENT, ...SLICE, '--size', '13x7'];

describe.each(['cpu', 'gpu'])('on the %s', (engine) => {
  const map = (...more: string[]) => [...MAP, '--engine', engine, ...more];

  test('a map equals the measures of its pixels’ centres, bit for bit', async () => {
    const json = await jsonOf<MapJson>(map('--measure', IDS.join(',')));
    expect(json).toMatchObject({
      engine,
      width: 13,
      height: 7,
      x: { component: 'theta1', min: -3, max: 3 },
      y: { component: 'phi2', min: -1.5, max: 2.5 },
    });
    const centre = (min: number, max: number, index: number, count: number) =>
      min + ((index + 0.5) / count) * (max - min);
    const inits = Array.from({ length: 91 }, (_, pixel) => {
      const [column, row] = [pixel % 13, Math.floor(pixel / 13)];
      return [0.4, centre(-1.5, 2.5, row, 7), centre(-3, 3, column, 13), 0.3].join(',');
    });
    const flags = ['measure', ...EXPERIMENT, '--inits', '-', '--engine', engine, '--measure'];
    const { columns, rows } = await jsonOf<MeasureJson>([...flags, IDS.join(',')], {
      input: inits.join('\n'),
    });
    expect(columns).toEqual(IDS);
    for (const [i, id] of IDS.entries()) {
      expect(json.measures[id], id).toEqual(rows.map((row) => row[i]));
    }
    expect(new Set(json.measures['outcome']).size).toBeGreaterThan(1);
  });

  test('.npy holds the same numbers, outcomes as codes', async () => {
    const path = folder.path(`${engine}.npy`);
    const [json] = await Promise.all([
      jsonOf<MapJson>(map('--measure', 'distance,outcome')),
      outputOf(map('--measure', 'distance,outcome', '--out', path)),
    ]);
    const { descr, shape, values } = npyOf(readFileSync(path));
    expect(descr).toBe(engine === 'gpu' ? '<f4' : '<f8');
    expect(shape).toEqual([2, 7, 13]);
    const finite = Array.from(values.subarray(0, 91), (value) =>
      Number.isFinite(value) ? value : null,
    );
    expect(finite).toEqual(json.measures['distance']);
    const words =
      'converged,converging,orbiting,growing,stuck,diverged,undecided,chaotic,bounded,noisy'.split(
        ',',
      );
    expect(Array.from(values.subarray(91), (code) => words[code])).toEqual(
      json.measures['outcome'],
    );
  });
});

test('a map’s CSV can be measured again', async () => {
  const map = [...MAP, '--engine', 'cpu'];
  const csv = await outputOf([...map, '--measure', 'rate,outcome', '--format', 'csv']);
  const [header, ...lines] = csv.trimEnd().split('\n');
  expect(header).toBe('phi1,phi2,theta1,theta2,rate,outcome');
  expect(lines).toHaveLength(91);
  const flags = ['measure', ...EXPERIMENT, '--inits', '-', '--engine', 'cpu', '--format', 'csv'];
  const again = await outputOf([...flags, '--measure', 'rate,outcome'], { input: csv });
  const measured = lines.map((line) => line.split(',').slice(4).join(','));
  expect(again.trimEnd().split('\n')).toEqual(['rate,outcome', ...measured]);
});

test('one measure makes an .npy of two dimensions, on stdout too', async () => {
  const path = folder.path('one.npy');
  await outputOf([
    'map',
    '--size',
    '5x3',
    '--time',
    '5',
    '--measure',
    'ema',
    '--engine',
    'cpu',
    '--out',
    path,
  ]);
  expect(npyOf(readFileSync(path)).shape).toEqual([3, 5]);
});

test('nothing but data on stdout; the engine is a remark', async () => {
  const { stdout, stderr } = await ganfield(
    'map --size 4 --time 5 --measure rate --engine gpu --format csv'.split(' '),
  );
  expect(stdout.trimEnd().split('\n')).toHaveLength(17);
  expect(stderr).toMatch(/^ganfield: gpu engine: .+\n$/);
});

/** Parses .npy by its specification. */
function npyOf(bytes: Buffer) {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from('\x93NUMPY\x01\x00', 'latin1'));
  const end = 10 + bytes.readUInt16LE(8);
  expect(end % 64).toBe(0);
  const header = bytes.toString('latin1', 10, end);
  expect(header).toMatch(
    /^\{'descr': '<f[48]', 'fortran_order': False, 'shape': \([\d, ]+\), \} *\n$/,
  );
  const descr = /<f[48]/.exec(header)![0];
  const shape = /\(([\d, ]+)\)/.exec(header)![1]!.split(',').map(Number);
  const data = new Uint8Array(bytes.subarray(end)).buffer;
  const values = descr === '<f4' ? new Float32Array(data) : new Float64Array(data);
  expect(values).toHaveLength(shape.reduce((product, size) => product * size, 1));
  return { descr, shape, values };
}

test('a component that is held and varies gives a remark, and the same map', async () => {
  const words = ['map', ...SLICE, '--size', '2', '--time', '5', '--engine', 'cpu', '--hold'];
  const quiet = await ganfield([...words, 'phi1=0.4']);
  const told = await ganfield([...words, 'phi1=0.4,theta1=1']);
  const remark = /ganfield: --hold theta1 is not read: theta1 is an axis; .*\n/;
  expect(quiet.stderr).not.toMatch(/not read/);
  expect(told.stderr).toMatch(remark);
  expect([told.code, told.stderr.replace(remark, '')]).toEqual([0, quiet.stderr]);
  expect(JSON.parse(told.stdout).measures).toEqual(JSON.parse(quiet.stdout).measures);
});

test('a viewport below what float32 resolves is said, where float32 computes', async () => {
  const deep = ['map', '--x', 'theta1=1:1.000001', '--size', '8', '--time', '4'];
  const wide = ['map', '--x', 'theta1=1:1.1', '--size', '8', '--time', '4'];
  // 1e-6 / 8 are 1.05 of the steps of 2^-23 between 1 and 2.
  const remark =
    /neighbouring pixels are 1 of its steps apart, .*; --engine cpu computes in float64\n/;
  expect((await ganfield([...deep, '--engine', 'gpu'])).stderr).toMatch(remark);
  expect((await ganfield([...wide, '--engine', 'gpu'])).stderr).not.toMatch(/float32/);
  expect((await ganfield([...deep, '--engine', 'cpu'])).stderr).not.toMatch(/float32/);
});

// Two sinks at theta1 = +-1, whose basins part at theta1 = 0: an upright line.
const BASINS =
  'map --field theta1=theta1-theta1^3,phi1=-phi1 --time 12 --engine cpu --x theta1=-1.5:1.4 --y phi1=-1:1 --hold phi2=0,theta2=0 --size 65'.split(
    ' ',
  );

test('the boundary of two basins along a straight line has dimension 1', async () => {
  const { dimension } = await jsonOf<{ readonly dimension: unknown }>([
    ...BASINS,
    '--measure',
    'basin',
    '--dimension',
  ]);
  expect(dimension).toEqual({
    of: 'basin',
    value: expect.closeTo(1, 12) as unknown,
    error: expect.closeTo(0, 12) as unknown,
    sizes: [1, 2, 4, 8],
    counts: [64, 32, 16, 8],
  });
});

test('without labels, or on too small a map, it is refused before anything runs', async () => {
  const rate = await ganfield([...BASINS, '--measure', 'rate', '--dimension']);
  expect(rate.code).toBe(2);
  expect(rate.stderr).toContain('invalid dimension: --measure is rate, expected outcome or basin');
  const small = await ganfield([...BASINS, '--size', '64', '--measure', 'outcome', '--dimension']);
  expect(small.code).toBe(2);
  expect(small.stderr).toContain('invalid size: 64x64, expected at least 65x65 with --dimension');
});
