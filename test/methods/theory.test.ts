/** What the sentences about training rules say, measured. */
import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { theoryOf } from '../../src/experiment/theory/theory.ts';
import { englishOf } from '../../src/models/message.ts';
import type { Values } from '../../src/models/parameter.ts';
import { angularMomentum } from '../../src/models/state.ts';
import { follow } from '../support/flow.ts';
import { randomSource } from '../support/random.ts';

/** The bilinear game, whose every orbit is neutral under the flow, at frequency 1. */
const BILINEAR = { divergence: 'reverse-kl', nonSaturating: false };
const SMALL = [0.01, 0.005, -0.004, 0.012];

function by(model: string, method: string, values: Values): Experiment {
  return withValues(defaultExperiment(model, method), values);
}

function sentences(experiment: Experiment): string {
  return theoryOf(experiment).map(englishOf).join(' ');
}

const size = (s: ArrayLike<number>) => Math.hypot(s[0]!, s[1]!, s[2]!, s[3]!);

/** |s| after `steps` over |s| at first. */
function growth(experiment: Experiment, start = SMALL): number {
  return size(follow(experiment, start)) / size(start);
}

describe('simgd', () => {
  it('makes neutral circles grow, and only widens a limit cycle', () => {
    expect(sentences(by('saturating-gan', 'simgd', {}))).toContain('neutral circle');
    const neutral = by('saturating-gan', 'simgd', { step: 0.5, time: 200 });
    const start = [0.1, 0.2, 0.2, 0.1];
    const end = follow(neutral, start);
    expect(Math.abs(angularMomentum(end) / angularMomentum(start))).toBeGreaterThan(1.5);
    // The cycle of wgan-gp has radius c / (1 - h / (2 lambda)).
    const cycle = follow(by('wgan-gp', 'simgd', { time: 2000, step: 1 / 16 }), start);
    expect(Math.hypot(cycle[2]!, cycle[3]!)).toBeCloseTo(1 / (1 - 1 / 16 / 0.2), 6);
  });
});

describe('altgd', () => {
  test.each([1, 2, 4])('with %i D-steps keeps small orbits closed up to its limit', (dSteps) => {
    const limit = 2 / Math.sqrt(dSteps);
    const text = sentences(by('ns-gan', 'altgd', { dSteps }));
    expect(text).toContain(`ωh < ${Number(limit.toPrecision(6))}`);
    const at = (step: number) =>
      by('f-gan', 'altgd', { ...BILINEAR, dSteps, step, time: 400 * step });
    expect(growth(at(0.97 * limit))).toBeLessThan(20);
    expect(growth(at(1.03 * limit))).toBeGreaterThan(1e6);
  });

  it('is said to do so only where the field vanishes at the equilibrium', () => {
    const text = sentences(by('wgan', 'altgd', {}));
    expect(text).not.toContain('small orbits closed');
    expect(text).toContain('never come to rest');
    const end = follow(by('wgan', 'altgd', { time: 400, step: 0.25 }), [0.5, 0.3, 0.01, 0]);
    expect(Math.hypot(end[2]!, end[3]!)).toBeGreaterThan(0.05);
  });

  it('lets starts of the saturating GAN escape at h = 2, where gradients vanish', () => {
    const random = randomSource(5);
    const escaped = (start: readonly number[], steps: number) => {
      let lowest = 0;
      follow(by('saturating-gan', 'altgd', { step: 2, time: 2 * steps }), start, (s) => {
        lowest = Math.min(lowest, s[0]! * s[2]!);
      });
      return lowest < -5;
    };
    const fraction = (count: number, steps: number, start: () => readonly number[]) =>
      Array.from({ length: count }, () => escaped(start(), steps)).filter(Boolean).length / count;
    const square = () => [4 * random() - 2, 0, 4 * random() - 2, 0];
    const circle = (radius: number) => () => {
      const angle = 2 * Math.PI * random();
      return [radius * Math.cos(angle), 0, radius * Math.sin(angle), 0];
    };
    // An independent program has 96.3% and 13.2%; four standard errors of these counts.
    expect(Math.abs(fraction(400, 300, square) - 0.963)).toBeLessThan(0.04);
    expect(Math.abs(fraction(500, 1000, circle(0.2)) - 0.132)).toBeLessThan(0.061);
    expect(fraction(100, 1000, circle(0.05))).toBe(0);
  });
});

describe('extragradient and omd', () => {
  test.each([
    ['extragradient', 1],
    ['omd', 1 / Math.sqrt(3)],
  ] as const)('%s pulls inwards below its limit and not above', (method, limit) => {
    const at = (step: number) => by('f-gan', method, { ...BILINEAR, step, time: 1000 * step });
    expect(growth(at(0.95 * limit))).toBeLessThan(1e-3);
    expect(growth(at(1.05 * limit))).toBeGreaterThan(1e3);
    expect(sentences(by('ns-gan', method, {}))).toContain('Neutral circles'.slice(1));
  });

  it('only moves the limit cycle of wgan-gp, of which it is not said to shrink', () => {
    const end = follow(
      by('wgan-gp', 'extragradient', { time: 2000, step: 1 / 16 }),
      [0.1, 0.2, 0.2, 0.1],
    );
    // From an independent program.
    expect(Math.hypot(end[2]!, end[3]!)).toBeCloseTo(0.761061, 5);
    expect(sentences(by('wgan-gp', 'extragradient', {}))).not.toContain(
      'circles of the flow shrink',
    );
  });
});

describe('momentum', () => {
  const at = (values: Values) =>
    growth(by('f-gan', 'momentum', { ...BILINEAR, step: 0.3, time: 60, ...values }));

  test.each([
    [{ beta: 0.5 }, 'faster'],
    [{ beta: -0.5 }, 'slows the divergence'],
    [{ beta: 0.3, alternating: true }, 'diverge'],
    [{ beta: -0.5, alternating: true }, 'converge'],
  ] as const)('%o: %s', (values, says) => {
    expect(sentences(by('ns-gan', 'momentum', values))).toContain(says);
    const plain = at({ beta: 0 });
    const measured = at(values);
    if (says === 'faster') expect(measured).toBeGreaterThan(plain);
    if (says === 'slows the divergence') {
      expect(measured).toBeLessThan(plain);
      expect(measured).toBeGreaterThan(1);
    }
    if (says === 'diverge') expect(measured).toBeGreaterThan(1);
    if (says === 'converge') expect(measured).toBeLessThan(1);
  });

  it('converges in turn with negative beta up to 2 (1 + beta)', () => {
    const limit = 2 * (1 - 0.5);
    const after = (step: number) => at({ beta: -0.5, alternating: true, step, time: 1000 * step });
    expect(sentences(by('ns-gan', 'momentum', { beta: -0.5, alternating: true }))).toContain(
      'ωh < 1.',
    );
    expect(after(0.95 * limit)).toBeLessThan(1e-3);
    expect(after(1.05 * limit)).toBeGreaterThan(1e3);
  });
});

describe('adam', () => {
  it('does not come to rest, but with a large epsilon', () => {
    const end = (adamEps: number) =>
      size(
        follow(
          by('ns-gan', 'adam', { l2: 0.5, time: 400, step: 1 / 16, adamEps }),
          [0.5, 0.3, 0.6, -0.4],
        ),
      );
    expect(sentences(by('ns-gan', 'adam', {}))).toContain('does not come to rest');
    expect(end(1e-8)).toBeGreaterThan(1e-3);
    expect(sentences(by('ns-gan', 'adam', { adamEps: 1 }))).not.toContain('come to rest');
    expect(end(1)).toBeLessThan(1e-4);
  });
});

describe('equal learning rates other than 1', () => {
  const start = [0.5, 0.3, 0.9, -0.4];

  it('are a change of time of a flow', () => {
    const fast = by('ns-gan', 'rk4', { rateD: 2, rateG: 2, time: 10, step: 1 / 32 });
    expect(sentences(fast)).toContain('goes 2 times as fast');
    const slow = follow(by('ns-gan', 'rk4', { time: 20, step: 1 / 16 }), start);
    follow(fast, start).forEach((x, i) => expect(x).toBeCloseTo(slow[i]!, 12));
  });

  it('are a longer step of a rule', () => {
    const fast = by('ns-gan', 'altgd', { rateD: 2, rateG: 2, time: 10, step: 1 / 16 });
    expect(sentences(fast)).toContain('one of 2 h');
    const long = follow(by('ns-gan', 'altgd', { time: 20, step: 1 / 8 }), start);
    follow(fast, start).forEach((x, i) => expect(x).toBeCloseTo(long[i]!, 12));
  });
});
