import { describe, expect, test } from 'vitest';
import { TRAJECTORY_COLUMNS, type Trajectory } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { QUANTITIES } from '../../src/experiment/quantities.ts';
import { FILE_COLUMNS, trajectoryCsv } from '../../src/experiment/format/trajectory-csv.ts';
import {
  trajectoryDistance,
  maxTrajectoryDistance,
  seriesOf,
} from '../../src/experiment/trajectory-series.ts';
import type { State } from '../../src/models/state.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';

const START: State = [0.5, 0.3, 1.2, -0.4];

function traceOf(...rows: readonly (readonly number[])[]): Trajectory {
  const samples = new Float64Array(rows.length * TRAJECTORY_COLUMNS.length);
  rows.forEach((row, i) => samples.set(row, i * TRAJECTORY_COLUMNS.length));
  return { start: START, kind: 'flow', times: Float64Array.from(rows.keys()), samples };
}

const valueOf = (id: string, row: readonly number[]) => {
  const quantity = QUANTITIES.find((candidate) => candidate.id === id)!;
  return quantity.parts.map((part) => seriesOf(traceOf(row), part)[0]);
};

describe('quantities', () => {
  // phi = (1, 2), theta = (3, -4), averages (5, 6), (-8, 6).
  const row = [1, 2, 3, -4, 5, 6, -8, 6];
  test.each([
    ['length', [5]],
    ['ema', [10]],
    ['theta', [3, -4]],
    ['phi', [1, 2]],
    ['logit', [-5]],
    ['output', [1 / (1 + Math.exp(5))]],
    ['momentum', [-10]],
    ['energy', [15]],
  ])('%s', (id, expected) => {
    valueOf(id, row).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
  });

  test('L stays what it is along a trace of GAN-QP, and E falls', async () => {
    const experiment = withValues(defaultExperiment('gan-qp'), { time: 20 });
    const [trace] = await cpuEngine.trace(experiment, [START], 400);
    const along = (id: string) =>
      seriesOf(trace!, QUANTITIES.find((candidate) => candidate.id === id)!.parts[0]!);
    const momentum = along('momentum');
    for (const value of momentum) expect(value).toBeCloseTo(momentum[0]!, 6);
    const energy = along('energy');
    expect(energy.at(-1)!).toBeLessThan(0.9 * energy[0]!);
  });
});

describe('differences', () => {
  const gone = Array.from({ length: 8 }, () => NaN);
  const at = (value: number) => [value, 0, 0, 0, 9, 9, 9, 9];

  test('are distances of states, averages aside', () => {
    const apart = trajectoryDistance(
      traceOf([3, 0, 4, 0, 1, 1, 1, 1], at(1)),
      traceOf(at(0), at(1)),
    );
    expect([...apart]).toEqual([5, 0]);
    expect(maxTrajectoryDistance(traceOf(at(1), at(1)), traceOf(at(1), at(1.5)))).toBe(0.5);
  });

  test('are infinite where one alone diverged, and nothing where both have', () => {
    expect([...trajectoryDistance(traceOf(gone, gone), traceOf(at(1), gone))]).toEqual([
      Infinity,
      NaN,
    ]);
    expect(maxTrajectoryDistance(traceOf(at(1), gone), traceOf(at(1), gone))).toBe(0);
    expect(maxTrajectoryDistance(traceOf(at(1), gone), traceOf(at(1), at(1)))).toBe(Infinity);
  });
});

test('a file has a header and every sample', () => {
  const lines = trajectoryCsv(
    traceOf([1, 2, 3, 4, 5, 6, 7, 8], [0.5, 0, 0, 0, 0, 0, 0, -0.25]),
  ).split('\n');
  expect(lines[0]).toBe('t,phi1,phi2,theta1,theta2,emaPhi1,emaPhi2,emaTheta1,emaTheta2');
  expect(FILE_COLUMNS).toHaveLength(9);
  expect(lines.slice(1)).toEqual(['0,1,2,3,4,5,6,7,8', '1,0.5,0,0,0,0,0,0,-0.25', '']);
});
