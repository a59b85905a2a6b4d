import { describe, expect, test } from 'vitest';
import { pixelCentre, initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import { samplingOf } from '../../src/experiment/verification/sampling.ts';
import { hermite } from '../../src/models/hermite.ts';
import { scheduleOf } from '../../src/measures/schedule.ts';

describe('grid', () => {
  const slice = {
    x: { component: 'theta2' as const, min: -1, max: 3 },
    y: { component: 'phi1' as const, min: 0, max: 1 },
    hold: [9, 0.25, 0.5, 9] as const,
  };

  test('pixel centres part the axis evenly and leave half a pixel at its ends', () => {
    expect([0, 1, 2, 3].map((i) => pixelCentre(slice.x, i, 4))).toEqual([-0.5, 0.5, 1.5, 2.5]);
  });

  test('rows go up from the lowest y, components are in their places', () => {
    const starts = initialConditionsOfPixels(slice, { width: 4, height: 2 }, 0, 8);
    expect([...starts.subarray(0, 4)]).toEqual([0.25, 0.25, 0.5, -0.5]);
    expect([...starts.subarray(4, 8)]).toEqual([0.25, 0.25, 0.5, 0.5]);
    expect([...starts.subarray(16, 20)]).toEqual([0.75, 0.25, 0.5, -0.5]);
  });

  test('a part of the pixels is that part of all of them', () => {
    const grid = { width: 7, height: 5 };
    const all = initialConditionsOfPixels(slice, grid, 0, 35);
    expect(initialConditionsOfPixels(slice, grid, 9, 13)).toEqual(all.slice(36, 88));
    const single = initialConditionsOfPixels(slice, grid, 9, 13, new Float32Array(52));
    expect([...single]).toEqual([...new Float32Array(all.slice(36, 88))]);
  });
});

describe('sampling', () => {
  test.each([
    [100, 0.05, 401],
    [10, 0.03, 7],
    [40, 0.0625, 2],
    [1, 0.25, 1000],
  ])('of T = %d at h = %d by %d', (time, step, count) => {
    const schedule = scheduleOf(time, step, 'flow');
    const { times, step: steps, fraction } = samplingOf(schedule, count);
    expect([times[0], times[count - 1]]).toEqual([0, time]);
    expect([steps[0], fraction[0]]).toEqual([0, 0]);
    expect([steps[count - 1], fraction[count - 1]]).toEqual([schedule.steps - 1, 1]);
    for (let i = 0; i < count; i++) {
      const length = steps[i] === schedule.steps - 1 ? schedule.lastStep : step;
      // Times are rounded to float64, a step number times h is too.
      expect(steps[i]! * step + fraction[i]! * length).toBeCloseTo(times[i]!, 9);
      expect(fraction[i]).toBeGreaterThanOrEqual(0);
      expect(fraction[i]).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    { time: 10, step: 0.5, count: 201, iterates: [0, 1, 2, 3, 19, 20], at: [0, 1, 2, 3, -2, -1] },
    { time: 10, step: 0.5, count: 6, iterates: [0, 4, 8, 12, 16, 20], at: [0, 1, 2, 3, 4, 5] },
    // T = 10.3 has no room for a 21st step; 20 / 3 is no whole number.
    { time: 10.3, step: 0.5, count: 4, iterates: [0, 7, 13, 20], at: [0, 1, 2, 3] },
    { time: 2, step: 0.5, count: 5, iterates: [0, 1, 2, 3, 4], at: [0, 1, 2, 3, 4] },
  ])('of a rule of T = $time at h = $step by $count is at iterates', (one) => {
    const { time, step, count, iterates, at } = one;
    const schedule = scheduleOf(time, step, 'rule');
    const sampling = samplingOf(schedule, count);
    expect(sampling.times).toHaveLength(Math.min(count, schedule.steps + 1));
    expect(at.map((i) => sampling.times.at(i))).toEqual(iterates.map((iterate) => iterate * step));
    sampling.times.forEach((sampled, i) => {
      expect((sampling.step[i]! + sampling.fraction[i]!) * step).toBe(sampled);
      expect([0, 1]).toContain(sampling.fraction[i]);
      if (i > 0) expect(sampled).toBeGreaterThan(sampling.times[i - 1]!);
    });
  });

  test('between steps is of order 4', () => {
    const error = (h: number) => {
      const at = (t: number) => Math.sin(3 * t);
      const slope = (t: number) => 3 * Math.cos(3 * t);
      return Math.abs(
        hermite(at(0.5), at(0.5 + h), slope(0.5), slope(0.5 + h), h, 0.4) - at(0.5 + 0.4 * h),
      );
    };
    // Halving h divides the error by 16 but for the next order's share.
    expect(error(0.1) / error(0.05)).toBeGreaterThan(14);
    expect(error(0.1) / error(0.05)).toBeLessThan(18);
  });
});
