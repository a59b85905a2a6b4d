import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { diagramPlanOf, type DiagramFlags } from '../../src/cli/diagram/plan.ts';
import { messageOf, UsageError } from '../../src/cli/errors.ts';
import { ChoiceError } from '../../src/experiment/refusal.ts';
import { savedFrom } from '../../src/experiment/format/saved.ts';
import { ganfield, jsonOf, outputOf, temporaryFolder } from '../support/command.ts';
import { VALUES } from '../support/hostile/lines.ts';

interface DiagramJson {
  readonly x: readonly number[];
  readonly range?: readonly [number, number];
  readonly counts?: readonly (readonly number[])[];
  readonly shares: Readonly<Record<string, readonly number[]>>;
  readonly theory: readonly { readonly kind: string; readonly stability?: string }[];
}

const folder = temporaryFolder();
afterAll(folder.remove);

/** The circle of wgan-gp over c: |θ| = c. */
const CIRCLE = [
  'diagram',
  '--model',
  'wgan-gp',
  '--set',
  'lambda=0.5',
  '--time',
  '40',
  '--engine',
  'cpu',
  '--x',
  'c=0.5:1.5',
  '--of',
  'theta-length',
  '--range',
  '0:2',
  '--last',
  '0.1',
];

test('counts by row from the lowest, shares and theory as JSON; the same counts as npy and CSV', async () => {
  const size = ['--size', '5x100'];
  const json = await jsonOf<DiagramJson>([...CIRCLE, ...size]);
  expect(json.range).toEqual([0, 2]);
  expect(json.counts).toHaveLength(100);
  // T = 40 at h = 1/16: 640 steps, of which the last 64 are counted.
  json.x.forEach((c, column) => {
    expect(c).toBeCloseTo(0.6 + column / 5, 12);
    const rows = json.counts!.flatMap((row, bin) => (row[column]! > 0 ? [bin] : []));
    expect(json.counts!.reduce((sum, row) => sum + row[column]!, 0)).toBe(64);
    for (const bin of rows) expect(Math.abs((bin + 0.5) / 50 - c)).toBeLessThan(0.0201);
  });
  expect(json.shares['orbiting']).toEqual([1, 1, 1, 1, 1]);
  expect(json.theory.map(({ kind, stability }) => [kind, stability])).toEqual([
    ['circle', 'stable'],
  ]);

  const npy = folder.path('counts.npy');
  await outputOf([...CIRCLE, ...size, '--out', npy]);
  const bytes = readFileSync(npy);
  expect(bytes.toString('latin1', 10, 80)).toContain(
    "'<i8', 'fortran_order': False, 'shape': (100, 5)",
  );
  const numbers = Array.from({ length: 500 }, (_, i) => Number(bytes.readBigInt64LE(128 + 8 * i)));
  expect(numbers).toEqual(json.counts!.flat());

  const csv = await outputOf([...CIRCLE, ...size, '--format', 'csv']);
  const [head, ...lines] = csv.trim().split('\n');
  expect(head).toBe('x,low,high,count');
  const counted = lines.reduce((sum, line) => sum + Number(line.split(',')[3]), 0);
  expect(counted).toBe(5 * 64);
});

test('of outcome: the shares over the starts, without counts', async () => {
  const json = await jsonOf<DiagramJson>([
    'diagram',
    '--model',
    'ns-gan',
    '--method',
    'altgd',
    '--step',
    '0.1',
    '--time',
    '20',
    '--x',
    'l2=0:2',
    '--of',
    'outcome',
    '--starts',
    '8',
    '--box',
    'phi1=-1:1,theta1=-1:1',
    '--size',
    '4',
    '--engine',
    'cpu',
  ]);
  expect(json.counts).toBeUndefined();
  json.x.forEach((_, column) => {
    const sum = Object.values(json.shares).reduce((all, shares) => all + shares[column]!, 0);
    expect(sum).toBeCloseTo(1, 12);
  });
  // Critical damping at l2 = 1.
  expect(json.theory.map(({ kind }) => kind)).toContain('critical');
});

test('a picture carries its diagram, and is drawn again from that', async () => {
  const [png, again] = ['one.png', 'again.png'].map(folder.path) as [string, string];
  const flags = ['--size', '48x32', '--engine', 'cpu'];
  await outputOf([...CIRCLE, ...flags, '--out', png]);
  const saved = savedFrom('one.png', new Uint8Array(readFileSync(png)));
  expect(saved.experiment.diagram).toEqual({
    x: { parameter: 'c', min: 0.5, max: 1.5, scale: 'linear' },
    of: 'theta-length',
    range: [0, 2],
    last: 0.1,
  });
  await outputOf(['diagram', '--experiment', png, ...flags, '--out', again]);
  expect(readFileSync(again).equals(readFileSync(png))).toBe(true);
});

test.each<[DiagramFlags, string]>([
  [{ of: 'theta1' }, 'missing x: a diagram has a component or a parameter across'],
  [
    { method: 'altgd', x: 'step=0.1:2', of: 'radius' },
    'invalid of: radius, expected one of phi1, ',
  ],
  [{ method: 'altgd', x: 'step=0.1:2', range: '2:1' }, 'invalid range: 2:1, expected low:high'],
  [
    { method: 'altgd', x: 'step=0.1:2', last: '1.5' },
    'invalid last: 1.5, expected a share of the horizon',
  ],
  [{ x: 'l2=0:1', of: 'outcome', range: '0:1' }, 'invalid range: 0:1 of outcomes'],
  [
    { method: 'altgd', x: 'step=0.1:2', time: '4' },
    'invalid time: 4, expected at least four steps of 2',
  ],
  [{ x: 'l2=0:1', size: '16000x16000' }, 'invalid size: 16000x16000 has 256000000 bins'],
  [{ x: 'theta1=-1:1', starts: '4', box: 'theta1=-1:1' }, 'invalid box: theta1 is an axis'],
])('%j is refused', async (flags, message) => {
  const error: unknown = await diagramPlanOf(flags).catch((reason: unknown) => reason);
  expect(messageOf(error)).toContain(message);
});

test('whatever flags say is taken, or refused in words', async () => {
  const flags = ['x', 'of', 'range', 'last', 'size', 'starts', 'box', 'hold', 'init'] as const;
  for (const flag of flags) {
    for (const value of VALUES) {
      const asked = { x: 'l2=0:1', [flag]: value };
      const error: unknown = await diagramPlanOf(asked).catch((reason: unknown) => reason);
      const isInWords = error instanceof UsageError || error instanceof ChoiceError;
      expect(!(error instanceof Error) || isInWords, `${flag} ${value.slice(0, 40)}`).toBe(true);
    }
  }
});

test('a picture that is too small for axes is refused in one line, before anything runs', async () => {
  const flags = ['--x', 'l2=0:1', '--size', '8x8', '--out', folder.path('small.png')];
  const { code, stderr } = await ganfield(['diagram', ...flags]);
  expect(code).toBe(2);
  expect(stderr).toBe('ganfield: invalid size: 8x8, expected at least 32x32 for a picture\n');
});
