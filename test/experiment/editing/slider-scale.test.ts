import { expect, test } from 'vitest';
import {
  positionOf,
  stepped,
  valueAtPosition,
} from '../../../src/experiment/editing/slider-scale.ts';

const linear = { min: 0, max: 4, step: 0.05 };
const horizon = { min: 0.01, max: 10_000, step: 1, logarithmic: true };
const particles = { min: 1024, max: 1_048_576, step: 1024, logarithmic: true };

test('a step is the parameter’s own', () => {
  expect(stepped(linear, 0.1, 1)).toBe(0.15);
  expect(stepped(linear, 0.1, -1)).toBe(0.05);
  expect(stepped(linear, 0.1, 10)).toBe(0.6);
  expect(stepped({ min: 64, max: 2048, step: 64 }, 512, -1)).toBe(448);
});

test('on a logarithmic slider it grows with the value', () => {
  expect(stepped(horizon, 40, 1)).toBe(41);
  expect(stepped(horizon, 400, 1)).toBe(410);
  expect(stepped(horizon, 0.25, 1)).toBe(0.26);
  expect(stepped(particles, 65_536, 1)).toBe(66_560);
  expect(stepped(particles, 524_288, -1)).toBe(514_048);
});

test('way up and way down meet across powers of ten', () => {
  for (const value of [0.099, 0.1, 0.95, 1, 9.9, 10, 99, 100]) {
    expect(stepped(horizon, stepped(horizon, value, 1), -1)).toBeCloseTo(value, 9);
    expect(stepped(horizon, value, 1)).toBeGreaterThan(value);
    expect(stepped(horizon, value, -1)).toBeLessThan(value);
  }
});

test('both ends hold', () => {
  expect(stepped(linear, 3.99, 10)).toBe(4);
  expect(stepped(linear, 1, Infinity)).toBe(4);
  expect(stepped(horizon, 1, -Infinity)).toBe(0.01);
  expect(stepped(horizon, 0.01, -1)).toBe(0.01);
});

test('a logarithmic slider may begin at 0, by even steps at first', () => {
  const lambda = { min: 0, max: 100, step: 0.01, logarithmic: true };
  expect([0, 100].map((value) => positionOf(lambda, value))).toEqual([0, 1]);
  expect([0, 1].map((position) => valueAtPosition(lambda, position))).toEqual([0, 100]);
  // 0.1, 1 and 10 are a tenth, a third and two thirds of the way.
  expect([0.1, 1, 10].map((value) => Math.round(30 * positionOf(lambda, value)))).toEqual([
    3, 10, 20,
  ]);
  for (const value of [0.01, 0.07, 0.25, 1.3, 10, 55]) {
    expect(valueAtPosition(lambda, positionOf(lambda, value))).toBe(value);
    expect(stepped(lambda, stepped(lambda, value, 1), -1)).toBe(value);
  }
  expect([0, 0.1, 0.25, 10].map((value) => stepped(lambda, value, 1))).toEqual([
    0.01, 0.11, 0.26, 11,
  ]);
  expect(stepped(lambda, 0, -1)).toBe(0);
});
