import { rk4 } from '../../src/methods/rk4.ts';
import { describe, expect, it } from 'vitest';
import { MODELS } from '../../src/models/index.ts';
import { Observer } from '../../src/measures/observe.ts';
import { ROW } from '../../src/models/chunk-buffer.ts';
import { scheduleOf } from '../../src/measures/schedule.ts';
import type { Values } from '../../src/models/parameter.ts';
import { TOLERANCES } from '../../src/measures/tolerances.ts';
import { experimentOf, integrate, measure } from '../support/flow.ts';
import { simulationOf } from '../../src/cpu/simulation.ts';
import { randomSource, randomStates } from '../support/random.ts';

const EPS = 0.1;

/** The same measures from a trajectory that is kept whole. */
function bruteForce(
  model: string,
  values: Record<string, number>,
  start: readonly number[],
  time: number,
  step: number,
) {
  const states = [[...start]];
  const times = [0];
  integrate(model, values, start, time, step, (s, t) => {
    states.push([...s]);
    times.push(t);
  });
  const { schedule, emaBeta } = simulationOf(experimentOf(model, { ...values, time, step }));
  const { quarterEnds } = schedule;
  const radii = states.map((s) => Math.hypot(s[2]!, s[3]!));
  const ends = quarterEnds.map((end) => (end === schedule.steps ? time : end * step));
  const peak = (from: number, to: number) =>
    Math.max(...radii.filter((_, i) => times[i]! >= from && times[i]! <= to));

  const planar = start[1] !== 0 || start[3] !== 0;
  const angles = states.map((s) => Math.atan2(planar ? s[3]! : s[0]!, s[2]!));
  let turned = 0;
  for (let i = 1; i < angles.length; i++) {
    // The nearer way round.
    const d = angles[i]! - angles[i - 1]!;
    turned += d - 2 * Math.PI * Math.round(d / (2 * Math.PI));
  }

  const lastOutside = radii.findLastIndex((r) => r >= EPS);
  const mean = [start[2]!, start[3]!];
  states.slice(1).forEach((s, i) => {
    const length = (times[i + 1]! - times[i]!) / step;
    for (const j of [0, 1])
      mean[j] = emaBeta ** length * mean[j]! + (1 - emaBeta ** length) * s[2 + j]!;
  });
  const [third, fourth] = [peak(ends[1]!, ends[2]!), peak(ends[2]!, ends[3]!)];
  return {
    distance: radii.at(-1)!,
    amplitude: fourth,
    rate: Math.log(fourth / third) / (time / 4),
    /** The step or substep in which it settles. */
    settle: lastOutside < 0 ? [] : times.slice(lastOutside, lastOutside + 2),
    turns: turned / (2 * Math.PI),
    ema: Math.hypot(...mean),
  };
}

describe('the observer measures what a whole trajectory says', () => {
  const random = randomSource(6);
  const cases = MODELS.flatMap(({ id }) => {
    // More of it makes the turns of wgan too fast for every substep, and its numbers unknown.
    const mostL2 = id === 'wgan' ? 0.05 : 0.4;
    return Array.from({ length: 12 }, (_, n) => {
      const start = [...randomStates(random, 1, 0.05, 2)];
      if (n % 3 === 0) start[1] = start[3] = 0;
      const values = { l2: n % 2 === 0 ? 0 : mostL2 * random(), eps: EPS, emaBeta: random() };
      return [id, start, values, 3 + 40 * random(), 0.02 + 0.1 * random()] as const;
    });
  });

  it.each(cases)('%s from %o with %o to T = %f at h = %f', (id, start, values, time, step) => {
    const expected = bruteForce(id, values, start, time, step);
    const measured = measure(id, values, start, time, step);
    for (const key of ['distance', 'amplitude', 'rate', 'turns', 'ema'] as const) {
      // Sums of a thousand terms of order 1 in another order.
      expect(Math.abs(measured[key] - expected[key]), key).toBeLessThan(1e-10);
    }
    const [from, to] = expected.settle;
    if (expected.settle.length < 2) expect(measured.settle).toBe(from === undefined ? 0 : Infinity);
    else expect(Math.abs(measured.settle - (from! + to!) / 2)).toBeLessThan(0.501 * (to! - from!));
  });
});

function pathOf(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flat());
}

/** Feeds states, given from their time, to an observer with h = 1. */
function watch(
  at: (t: number) => readonly number[],
  time: number,
  settings: { eps?: number; emaBeta?: number; step?: number } = {},
) {
  const schedule = scheduleOf(time, settings.step ?? 1, 'flow');
  const observer = new Observer({
    schedule,
    eps: settings.eps ?? EPS,
    emaBeta: settings.emaBeta ?? 0.9,
    rateD: 1,
    rateG: 1,
    stepAtEquilibrium: 0,
    method: rk4,
  });
  const path = pathOf(
    Array.from({ length: schedule.steps + 1 }, (_, n) => [
      ...at(n === schedule.steps ? time : n * schedule.step),
      0,
      1,
    ]),
  );
  observer.begin(path);
  observer.see(path, schedule.steps);
  return observer.measured();
}

describe('settle', () => {
  const radiusAt = (radii: readonly number[]) => (t: number) => [0.5, 0.5, 0, radii[t]!];

  it('is the first time of the last stay', () => {
    expect(watch(radiusAt([1, 0.05, 1, 0.05, 0.01, 0.01, 0.01, 0.01]), 7).settle).toBe(3);
    expect(watch(radiusAt([1, 1, 0.05, 0.05, 0.05, 0.1, 0.05, 0.05]), 7).settle).toBe(6);
  });

  it('is 0 where it never left, Infinity where it is outside at T, T where it came at last', () => {
    expect(watch(radiusAt([0.05, 0.01, 0.01, 0.01, 0.01]), 4).settle).toBe(0);
    expect(watch(radiusAt([0.05, 0.01, 0.01, 0.01, 0.1]), 4).settle).toBe(Infinity);
    expect(watch(radiusAt([1, 1, 1, 1, 0.09]), 4).settle).toBe(4);
    expect(watch((t) => [1, 1, 0, t < 4.5 ? 1 : 0.01], 4.5, {}).settle).toBe(4.5);
  });
});

describe('rest', () => {
  const of = (model: string, values: Values, start: readonly number[], time: number) =>
    measure(model, values, start, time).rest;

  it('is when the speed falls below eps for good', () => {
    // The slow eigenvalue is -1/2, along (1, -2), and the speed of that mode sqrt(5) e^(-t/2)/2.
    const rest = of('wgan-gp', { c: 0, lambda: 1.25, eps: EPS }, [1, 0, -2, 0], 40);
    expect(Math.abs(rest - 2 * Math.log(Math.sqrt(5) / 2 / EPS))).toBeLessThan(0.15);
  });

  it('is 0 where nothing moves, Infinity on an orbit, and unknown where steps that resolve nothing threw it out', () => {
    expect(of('saturating-gan', {}, [0, 0, 0, 0], 10)).toBe(0);
    expect(of('saturating-gan', {}, [0.5, 0.3, 1.2, -0.4], 10)).toBe(Infinity);
    expect(of('f-gan', { divergence: 'kl', eps: 2e4 }, [40, 0, 40, 0], 10)).toBe(NaN);
  });
});

describe('turns', () => {
  const circle = (turns: number, from: number, time: number) => (t: number) => {
    const angle = 2 * Math.PI * (from + (turns * t) / time);
    return [0.3, 0.7, Math.cos(angle), Math.sin(angle)];
  };

  it.each([3, -3, 2.25, -2.75, 0.4, -0.6, 0])('of %f are counted from any start', (turns) => {
    for (const from of [0, 0.1, 0.25, 0.4999, 0.5, 0.5001, 0.75, 0.9]) {
      expect(watch(circle(turns, from, 40), 40).turns, `from ${from}`).toBeCloseTo(turns, 12);
    }
  });

  it('start on the axis, on either side of it, and with a zero of either sign', () => {
    const [left, up, right, down] = [
      [-1, 0],
      [0, 1],
      [1, 0],
      [0, -1],
    ] as const;
    const along = (...points: readonly (readonly [number, number])[]) =>
      watch((t) => [0.1, 0.1, ...points[Math.min(t, points.length - 1)]!], 8).turns;
    expect(along(left, down, right, up, left)).toBeCloseTo(1, 12);
    expect(along(left, up, right, down, left)).toBeCloseTo(-1, 12);
    expect(along([-1, -0], down, right)).toBeCloseTo(0.5, 12);
    expect(along([-1, -0], up, right)).toBeCloseTo(-0.5, 12);
    expect(along(right, up, left)).toBeCloseTo(0.5, 12);
    expect(along(right, down, [-1, -0])).toBeCloseTo(-0.5, 12);
    expect(along(left, up, left, down, left, up, left)).toBeCloseTo(0, 12);
  });

  it('in one dimension are those of (theta1, phi1)', () => {
    const line = (turns: number) => (t: number) => {
      const angle = (2 * Math.PI * turns * t) / 40;
      return [Math.sin(angle), 0, Math.cos(angle), 0];
    };
    expect(watch(line(2.5), 40).turns).toBeCloseTo(2.5, 12);
    expect(watch(line(-2.5), 40).turns).toBeCloseTo(-2.5, 12);
    // The bilinear game, theta' = phi and phi' = -theta, turns (theta, phi) clockwise.
    const { turns } = measure('hinge-gan', {}, [0.1, 0, 0.2, 0], 4 * Math.PI, 1 / 32);
    expect(turns).toBeCloseTo(-2, 4);
  });
});

describe('the moving average', () => {
  it('follows m <- beta m + (1 - beta) s, a shortened step by beta^(d/h)', () => {
    const at = (t: number) => [0.2, 0.3, t, 0];
    let expected = 0;
    for (const t of [1, 2, 3, 4]) expected = 0.9 * expected + 0.1 * t;
    expect(watch(at, 4).ema).toBeCloseTo(expected, 14);
    const keep = 0.9 ** 0.5;
    expect(watch(at, 4.5).ema).toBeCloseTo(keep * expected + (1 - keep) * 4.5, 14);
  });

  it('is the state where beta is 0, the start where it is 1', () => {
    const at = (t: number) => [0.2, 0.3, 1 + t, 0];
    expect(watch(at, 4.5, { emaBeta: 0 }).ema).toBe(5.5);
    expect(watch(at, 4, { emaBeta: 1 }).ema).toBe(1);
  });
});

describe('what leaves every bound', () => {
  it.each([TOLERANCES.bound, -TOLERANCES.bound, NaN, Infinity, -Infinity])(
    'by a component of %f has no measures but its label',
    (value) => {
      for (const index of [0, 1, 2, 3]) {
        const at = (t: number) =>
          [0.5, 0.5, 0.5, 0.5].map((x, i) => (t === 6 && i === index ? value : x));
        expect(watch(at, 8)).toEqual({
          distance: Infinity,
          amplitude: Infinity,
          rate: NaN,
          settle: Infinity,
          rest: Infinity,
          turns: NaN,
          ema: Infinity,
          lyapunov: NaN,
          outcome: 'diverged',
          evidence: 1,
          basin: NaN,
        });
      }
    },
  );

  it('stays within just under the bound', () => {
    const edge = TOLERANCES.bound * (1 - 1e-12);
    expect(watch(() => [edge, -edge, edge, 0], 8).distance).toBe(edge);
  });

  it('by a step that is not resolved is undecided', () => {
    const { outcome, distance, amplitude, settle, turns, rate, ema } = measure(
      'wgan-div',
      {},
      [30, 0, 0, 1],
      20,
      0.1,
    );
    expect(outcome).toBe('undecided');
    expect([distance, amplitude, settle, turns, rate, ema]).toEqual(Array(6).fill(NaN));
  });
});

it('can be begun again, whatever it saw before', () => {
  const settings = {
    schedule: scheduleOf(8, 1, 'flow'),
    eps: EPS,
    emaBeta: 0.9,
    rateD: 1,
    rateG: 1,
    stepAtEquilibrium: 0,
    method: rk4,
  };
  const observer = new Observer(settings);
  const run = (radius: number) => {
    const rows = Array.from({ length: 9 }, (_, n) =>
      n === 0 ? [0.1, 0, radius, 0, 0, 0] : [0.1, 0, radius / n, n % 2, 0.5 ** n, 1],
    );
    const path = pathOf(rows);
    observer.begin(path);
    observer.see(path, 8);
    // The same in stretches, and as a path that goes on.
    const again = new Observer(settings);
    again.begin(path);
    for (const [from, count] of [
      [0, 3],
      [3, 1],
      [4, 4],
    ] as const) {
      again.see(path.subarray(from * ROW), count);
    }
    expect(again.measured()).toEqual(observer.measured());
    return observer.measured();
  };
  const fresh = run(2);
  observer.begin(Float64Array.of(1, 1, 1, 1));
  const unresolved = [NaN, 1, 1, 1, NaN, 1];
  observer.see(pathOf([unresolved, unresolved]), 1);
  expect(observer.measured().outcome).toBe('undecided');
  expect(run(2)).toEqual(fresh);
});
