import { afterAll, describe, expect, test } from 'vitest';
import { readFileSync, writeFileSync } from 'node:fs';
import { toFile } from '../../src/experiment/format/json.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { ganfield, jsonOf, outputOf, temporaryFolder } from '../support/command.ts';
import { exactTrajectory, FIELDS } from '../support/exact.ts';

interface TraceJson {
  readonly experiment: Readonly<Record<string, unknown>>;
  readonly engine: string;
  readonly adapter: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

const folder = temporaryFolder();
afterAll(folder.remove);

const START = [0.1, 0.2, 0.2, 0.1];
const SAMPLES = 41;

/** The article's figures: the flags, the horizon, and how far the cpu may be from the exact states. */
const FIGURES: readonly (readonly [
  name: string,
  flags: string,
  time: number,
  tolerance: number,
])[] = [
  ['ns-gan', '--model ns-gan', 100, 1e-6],
  ['wgan', '--model wgan', 10, 1e-5], // It starts stiff: |phi| = 0.22.
  ['wgan-gp c=0', '--model wgan-gp --set lambda=0.1 --set c=0', 40, 1e-6],
  ['wgan-gp c=1', '--model wgan-gp --set lambda=0.1 --set c=1', 40, 1e-6],
  ['gan-qp', '--model gan-qp --set lambda=1', 40, 1e-6],
  ['gan-qp l2=0.1', '--model gan-qp --set lambda=1 --set l2=0.1', 70, 1e-6],
];

const trace = (flags: string, time: number, engine: string) => {
  const common = `--init ${START.join(',')} --step 0.01 --samples ${SAMPLES}`;
  const words = `trace ${flags} ${common} --time ${time} --engine ${engine}`;
  return jsonOf<TraceJson>(words.split(' '));
};

/** The largest difference of the four components, over all samples. */
function distance(a: readonly (readonly (number | null)[])[], b: typeof a): number {
  return Math.max(...a.flatMap((row, i) => row.map((value, j) => Math.abs(value! - b[i]![j]!))));
}

const statesOf = ({ rows }: TraceJson) => rows.map((row) => row.slice(1, 5));

describe('the article’s trajectories', () => {
  test.each(FIGURES)('%s', async (name, flags, time, tolerance) => {
    const [cpu, gpu] = await Promise.all([trace(flags, time, 'cpu'), trace(flags, time, 'gpu')]);
    const exact = exactTrajectory(FIELDS[name]!, START, time, SAMPLES, 16);
    const halved = exactTrajectory(FIELDS[name]!, START, time, SAMPLES, 32);
    // The witness itself is a thousand times nearer than what it judges.
    expect(distance(exact, halved)).toBeLessThan(1e-3 * tolerance);
    expect(distance(statesOf(cpu), exact)).toBeLessThan(tolerance);
    // Float32 rounds each step by 6e-8 of it; 1.1e-6 has been seen.
    expect(distance(statesOf(gpu), statesOf(cpu))).toBeLessThan(5e-6);
  });
});

test('JSON holds the experiment, who computed, and both ends of the horizon', async () => {
  const result = await jsonOf<TraceJson>(
    'trace --model wgan-gp --set lambda=0.25 --init 1,0,0,1 --time 7.3 --samples 5 --engine cpu'.split(
      ' ',
    ),
  );
  expect(result.engine).toBe('cpu');
  expect(result.columns.slice(0, 5)).toEqual(['t', 'phi1', 'phi2', 'theta1', 'theta2']);
  expect(result.rows.map(([t]) => t)).toEqual([0, 1.825, 3.65, 5.475, 7.3]);
  expect(result.rows[0]!.slice(1, 5)).toEqual([1, 0, 0, 1]);
  expect(result.experiment).toMatchObject({
    ganfield: 1,
    model: 'wgan-gp',
    lambda: 0.25,
    time: 7.3,
    starts: [[1, 0, 0, 1]],
  });
});

test('CSV has the same numbers under a header', async () => {
  const flags = 'trace --model gan-qp --time 5 --samples 4 --engine cpu'.split(' ');
  const [csv, json] = await Promise.all([
    outputOf([...flags, '--format', 'csv']),
    jsonOf<TraceJson>(flags),
  ]);
  const [header, ...lines] = csv.trimEnd().split('\n');
  expect(header!.split(',')).toEqual(json.columns);
  expect(lines.map((line) => line.split(',').map(Number))).toEqual(json.rows);
});

test('of a rule there are its iterates, and what they are is said', async () => {
  const flags =
    'trace --model ns-gan --method altgd --step 0.5 --time 10 --engine cpu --format csv';
  const all = await ganfield(flags.split(' '));
  const times = all.stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]));
  expect(times).toEqual(Array.from({ length: 21 }, (_, n) => n / 2));
  expect(all.stderr).toContain(
    '21 samples instead of 201: a rule has no states between its 20 steps',
  );

  const few = await ganfield([...flags.split(' '), '--samples', '4']);
  expect(few.stderr).not.toContain('samples');
  // The first step by hand: phi moves first, then theta sees it. u = phi . theta is 0.04.
  const first = all.stdout.split('\n')[2]!.split(',').map(Number);
  const sigma = (x: number) => 1 / (1 + Math.exp(-x));
  const phi = [0.1 - 0.5 * sigma(0.04) * 0.2, 0.2 - 0.5 * sigma(0.04) * 0.1];
  const slope = 0.5 * sigma(-(phi[0]! * 0.2 + phi[1]! * 0.1));
  const theta = [0.2 + slope * phi[0]!, 0.1 + slope * phi[1]!];
  [...phi, ...theta].forEach((x, i) => expect(first[1 + i]).toBeCloseTo(x, 14));
  // A third of 20 steps lies between two iterates.
  expect(
    few.stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]),
  ).toEqual(['0', '3.5', '6.5', '10']);
});

test('what leaves every bound is null from then on', async () => {
  // A learning rate too large for so steep a start.
  const { rows } = await jsonOf<TraceJson>(
    'trace --model lsgan --method simgd --init 9,0,9,0 --step 0.5 --time 40 --samples 9 --engine cpu'.split(
      ' ',
    ),
  );
  expect(rows.at(-1)!.slice(1)).toEqual(Array.from({ length: 8 }, () => null));
});

test('a figure of all starts, as the page saves it, is a whole experiment again', async () => {
  const [saved, svg, pdf] = ['two.json', 'traces.svg', 'traces.pdf'].map((name) =>
    folder.path(name),
  ) as [string, string, string];
  const experiment = {
    ...toFile(
      fromQuery(
        'model=gan-qp&starts=0.1,0.2,0.2,0.1;0.5,0,1,0.3&x=theta1:-2:2&y=phi1:-2:2&nullclines=true',
      ).experiment,
    ),
  };
  writeFileSync(saved, JSON.stringify(experiment));
  await outputOf(['trace', '--experiment', saved, '--engine', 'cpu', '--out', svg]);
  const words = readFileSync(svg, 'utf8').replaceAll(/<[^>]*>/g, '');
  const starts = ['1: φ(0) = (0.1, 0.2), θ(0) = (0.2, 0.1)', '2: φ(0) = (0.5, 0), θ(0) = (1, 0.3)'];
  expect(starts.map((start) => words.includes(start))).toEqual([true, true]);
  expect(words.match(/[θφ]1′ = 0/g)).toHaveLength(2);
  const again = ['trace', '--experiment', svg, '--engine', 'cpu'];
  await outputOf([...again, '--theme', 'light', '--out', pdf]);
  expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/);
  const rows = await jsonOf<TraceJson>(['trace', '--experiment', pdf, '--engine', 'cpu']);
  expect(rows.rows[0]!.slice(1, 5)).toEqual([0.1, 0.2, 0.2, 0.1]);
});
