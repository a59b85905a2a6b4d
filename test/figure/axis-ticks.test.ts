import { expect, test } from 'vitest';
import { axisName, axisTicks } from '../../src/figure/axes.ts';

const of = (min: number, max: number) => {
  const ticks = axisTicks({ min, max }, 420, 11);
  return {
    labels: ticks.ticks.map(({ label }) => label),
    name: axisName('θ₁', ticks),
    ticks,
  };
};

test('an ordinary window shows the numbers themselves', () => {
  expect(of(-2, 2)).toMatchObject({ labels: ['−2', '−1', '0', '1', '2'], name: 'θ₁' });
  expect(of(1.0001, 1.0099)).toMatchObject({ name: 'θ₁' });
  expect(of(-1000, 1000).labels).toContain('−1000');
});

test('a deep one shows what differs, and its name says from what', () => {
  expect(of(1.20003, 1.20007)).toMatchObject({ name: '(θ₁ − 1.2) / 10⁻⁵' });
  expect(of(1.20003, 1.20007).labels).toEqual(['3', '4', '5', '6', '7']);
  expect(of(-1.20007, -1.20003)).toMatchObject({ name: '(θ₁ + 1.2) / 10⁻⁵' });
  expect(of(-2e-5, 2e-5)).toMatchObject({
    name: 'θ₁ / 10⁻⁵',
    labels: ['−2', '−1', '0', '1', '2'],
  });
});

test.each([
  [0.4123, 1e-3],
  [0.41234, 1e-4],
  [-731.2, 1e-4],
  [0.998, 3e-7],
  [1e-3, 2e-9],
])('every label near %d within %d stands for its tick', (middle, span) => {
  const { labels, ticks } = of(middle - span / 2, middle + span / 2);
  expect(labels.length).toBeGreaterThanOrEqual(2);
  expect(new Set(labels).size).toBe(labels.length);
  for (const { value, label } of ticks.ticks) {
    expect(label.length).toBeLessThanOrEqual(6);
    const read = ticks.base + Number(label.replace('−', '-')) * 10 ** ticks.exponent;
    expect(Math.abs(read - value)).toBeLessThan(1e-3 * span);
  }
});
