import { describe, expect, test } from 'vitest';
import { defaultExperiment, numberOf, withMethod } from '../../src/experiment/experiment.ts';
import {
  checkRange,
  animatableParameters,
  withAnimatedValue,
} from '../../src/experiment/animated-parameter.ts';

const base = defaultExperiment('wgan-gp');
const at = (name: string, from: number, to: number, share: number) =>
  numberOf(withAnimatedValue(base, { name, from, to }, share), name);

describe('a sweep', () => {
  test('is of the numbers that results depend on', () => {
    const names = animatableParameters(withMethod(base, 'adam')).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['lambda', 'c']);
    expect(names).toEqual(expect.arrayContaining(['l2', 'rateD', 'step', 'time']));
    expect(names).not.toContain('particles');
    expect(names).not.toContain('measure');
  });

  test('begins and ends at its ends, and goes by ratios where the slider does', () => {
    expect([0, 0.5, 1].map((share) => at('c', 0, 2, share))).toEqual([0, 1, 2]);
    expect([0, 0.5, 1].map((share) => at('c', 2, 0, share))).toEqual([2, 1, 0]);
    expect([0, 0.5, 1].map((share) => at('time', 1, 100, share))).toEqual([1, 10, 100]);
    expect([0, 0.3, 1].map((share) => at('seed', 0, 10, share))).toEqual([0, 3, 10]);
  });

  test('is refused where an end is', () => {
    expect(() => checkRange(base, { name: 'lambda', from: 0.1, to: 1 })).not.toThrow();
    expect(() => checkRange(base, { name: 'lambda', from: -1, to: 1 })).toThrow(/^invalid lambda/);
    expect(() => checkRange(base, { name: 'time', from: 0.02, to: 1 })).toThrow(/four steps/);
  });
});
