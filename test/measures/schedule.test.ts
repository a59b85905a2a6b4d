import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../src/measures/schedule.ts';
import { randomSource } from '../support/random.ts';

describe('a schedule', () => {
  it('of a whole number of steps has no other', () => {
    expect(scheduleOf(40, 1 / 16, 'flow')).toEqual({
      kind: 'flow',
      horizon: 40,
      steps: 640,
      step: 1 / 16,
      lastStep: 1 / 16,
      quarterEnds: [160, 320, 480, 640],
    });
    // Quotients that miss a whole number by rounding: 0.3/0.1 = 2.9999999999999996, 0.7/0.1 = 7.
    for (const n of [4, 7, 10, 29, 300, 3001, 99_999]) {
      for (const step of [0.1, 0.2, 0.3, 0.07, 0.001]) {
        const { steps, lastStep } = scheduleOf(n * step, step, 'flow');
        expect(steps).toBe(n);
        expect(Math.abs(lastStep / step - 1)).toBeLessThan(1e-6);
      }
    }
  });

  it('just off a whole number shortens or adds its last step', () => {
    const shorter = scheduleOf(0.99, 0.1, 'flow');
    expect(shorter.steps).toBe(10);
    expect(shorter.lastStep).toBeCloseTo(0.09, 12);
    const longer = scheduleOf(1.0001, 0.1, 'flow');
    expect(longer.steps).toBe(11);
    expect(longer.lastStep).toBeCloseTo(0.0001, 12);
  });

  it('ends at T, with quarters in order, each of a step or more', () => {
    const random = randomSource(4);
    for (let n = 0; n < 2000; n++) {
      const step = 0.001 * 500 ** random();
      const horizon = 4 * step * 1000 ** random();
      const { steps, lastStep, quarterEnds } = scheduleOf(horizon, step, 'flow');
      expect(lastStep).toBeGreaterThan(0);
      expect(lastStep).toBeLessThanOrEqual(step * (1 + 1e-9));
      expect(Math.abs(((steps - 1) * step + lastStep) / horizon - 1)).toBeLessThan(1e-12);
      expect(quarterEnds[3]).toBe(steps);
      quarterEnds.forEach((end, i) => {
        expect(end).toBeGreaterThan(i === 0 ? 0 : quarterEnds[i - 1]!);
        expect(Math.abs(end - ((i + 1) * steps) / 4)).toBeLessThanOrEqual(0.5);
      });
    }
  });

  it('refuses a horizon without a step for each quarter, and tells the remedy', () => {
    expect(() => scheduleOf(0.3, 0.1, 'flow')).toThrow(
      'invalid time: 0.3 is under four steps of 0.1; expected at least 0.4, or a smaller step',
    );
    expect(() => scheduleOf(0.29, 0.1, 'flow')).toThrow(RangeError);
    expect(scheduleOf(0.31, 0.1, 'flow').steps).toBe(4);
    expect(scheduleOf(0.4, 0.1, 'flow').quarterEnds).toEqual([1, 2, 3, 4]);
    for (const [horizon, step] of [
      [0, 0.1],
      [-1, 0.1],
      [1, Infinity],
      [NaN, 0.1],
      [1, NaN],
      [1, 0],
    ] as const) {
      expect(() => scheduleOf(horizon, step, 'flow'), `${horizon} ${step}`).toThrow(RangeError);
    }
  });
});
