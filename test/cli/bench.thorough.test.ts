import { expect, test } from 'vitest';
import { outputOf } from '../support/command.ts';

test('bench compares the engines, ratio first', async () => {
  const words = ['bench', '--model', 'wgan-gp', '--method', 'rk4', '--rounds', '1', '--quick'];
  const report = JSON.parse(await outputOf([...words, '--engine', 'gpu', '--format', 'json']));
  expect(report.rows).toHaveLength(1);
  const [{ model, method, ratio, gpu, cpu }] = report.rows;
  expect([model, method]).toEqual(['wgan-gp', 'rk4']);
  expect(ratio).toBeCloseTo(gpu / cpu, 10);
  expect(Math.min(gpu, cpu)).toBeGreaterThan(1e5);
  expect(await outputOf([...words, '--engine', 'cpu'])).toMatch(
    /^Engines: .*\n +model +method +ratio +per core +gpu +cpu\n +wgan-gp +rk4 +\d/,
  );
});

test('bench compares kernels, and says whether the bars are met', async () => {
  const words = ['bench', '--section', 'kernels', '--model', 'ns-gan', '--rounds', '1', '--quick'];
  const [{ overNaive, overOne, naive, one, map }, ...others] = JSON.parse(
    await outputOf([...words, '--engine', 'gpu', '--format', 'json']),
  ).kernels;
  expect(others).toEqual([]);
  expect(overNaive).toBeCloseTo(map / naive, 10);
  expect(overOne).toBeCloseTo(map / one, 10);
  const page = await outputOf([...words, '--engine', 'gpu', '--format', 'markdown']);
  expect(page).toMatch(
    /^\| map kernel over one step a dispatch, ns-gan \| ≥ 4 × \| [\d.]+ × \| (yes|no) \|$/m,
  );
});

test('bench says what maps over parameters and diagrams cost beside maps of initial conditions', async () => {
  const words = ['bench', '--section', 'planes', '--rounds', '1', '--quick', '--engine', 'gpu'];
  const { planes, bars } = JSON.parse(await outputOf([...words, '--format', 'json']));
  expect(planes).toHaveLength(8);
  for (const { cost, plane, slice } of planes) expect(cost).toBeCloseTo(slice / plane, 10);
  const ofMethod = ['≤ 1.15', '≤ 1.15', '≤ 1', '≤ 1'];
  expect(bars.map(({ asked }: { asked: string }) => asked)).toEqual([...ofMethod, ...ofMethod]);
});

test('bench without an adapter measures what needs none', async () => {
  const words = ['bench', '--section', 'loops,frames', '--rounds', '1', '--quick'];
  const report = JSON.parse(await outputOf([...words, '--engine', 'cpu', '--format', 'json']));
  expect(report.adapter).toBeNull();
  expect(report.frames).toBeUndefined();
  expect(report.loops).toHaveLength(4);
  for (const { ratio, cpu, plain } of report.loops) expect(ratio).toBeCloseTo(cpu / plain, 10);
});
