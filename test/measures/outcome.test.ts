/** Every label by true examples, and no label where the truth is another. */
import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { MODELS } from '../../src/models/index.ts';
import { OUTCOME_MEANINGS, OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measure, measureStart } from '../support/flow.ts';
import { randomSource, randomStates } from '../support/random.ts';

const PLANE = [0.5, 0.3, 1.2, -0.4];
const LINE = [0.5, 0, 0.8, 0];
const ARTICLE = [0.1, 0.2, 0.2, 0.1];

type Example = readonly [
  why: string,
  model: string,
  values: Values,
  start: readonly number[],
  time: number,
  step?: number,
];

const EXAMPLES: Readonly<Record<Outcome, readonly Example[]>> = {
  converged: [
    ['a linear sink', 'wgan-gp', { c: 0 }, PLANE, 100],
    ['an overdamped sink, without a swing', 'wgan-gp', { c: 0, lambda: 1.5 }, PLANE, 60],
    ['a sink too near critical to swing', 'wgan-gp', { c: 0, lambda: 0.99 }, PLANE, 40],
    ['L2 on the centre', 'ns-gan', { l2: 0.25 }, PLANE, 100],
    ['the article’s remedy', 'gan-qp', { l2: 0.1 }, ARTICLE, 100],
    ['the start at the equilibrium', 'ns-gan', {}, [0, 0, 0, 0], 40],
    ['|φ| shrinks under any step: by theorem', 'wgan', { l2: 0.2 }, PLANE, 60],
    ['decay beyond float32', 'wgan-gp', { c: 0, lambda: 1 }, PLANE, 200],
  ],
  converging: [
    ['exponential decay', 'wgan-gp', { c: 0 }, ARTICLE, 20],
    ['a fall at a rate of thousands at first', 'wgan-div', {}, [3, 0, 0, 1], 20, 0.1],
    ['the same, across', 'wgan-div', {}, [-1.5, 2.4, 0.4, 1], 100, 0.1],
    ['a spiral without swings of |θ|', 'wgan-gp', { c: 0 }, [1, 0, 0, 1], 20],
    ['an overdamped decay', 'wgan-gp', { c: 0, lambda: 4 }, PLANE, 20],
    ['creep as √(8/t)', 'ns-gan', {}, LINE, 100],
    ['creep as √(8/t), later', 'ns-gan', {}, LINE, 1000],
    ['creep as 1/t', 'gan-qp', {}, LINE, 100],
    ['creep as 1/t on a line of the plane', 'gan-qp', {}, [1, 0.5, 0.5, 0.25], 100],
    ['creep as t^(-1/4)', 'wgan-div', {}, PLANE, 300],
    ['the same, steep at first', 'wgan-div', {}, [-0.5, 0.8, 0.4, 1], 100],
    ['decay as exp(−λt), by long steps', 'wgan-gp', { c: 0, lambda: 0.005 }, PLANE, 500, 0.5],
  ],
  orbiting: [
    ['a neutral orbit', 'saturating-gan', {}, PLANE, 100],
    ['the bilinear game', 'f-gan', { divergence: 'reverse-kl' }, PLANE, 40],
    ['the same, by long steps', 'f-gan', { divergence: 'reverse-kl' }, PLANE, 100, 0.5],
    ['turning with φ', 'wgan', {}, PLANE, 40],
    ['by theorem, less than a turn', 'wgan', {}, [2.8, 3.07, 3.86, 3.58], 20],
    ['the same, on a long swing towards 0', 'wgan', {}, [6.98, 2.95, 11.91, 0.46], 20],
    ['the same, on one away from 0', 'wgan', {}, [-24.5, 25.3, 10.8, 0], 20],
    ['turning with φ, L lost and regained', 'wgan', {}, [0.025, -0.0344, -0.2298, 0.2112], 40],
    ['small |φ|, which turns in the shortest substeps', 'wgan', {}, [0.01, 0.01, 1, 0], 40],
    ['the same, where θ is small', 'wgan', {}, [-0.0108, 0.0021, 0.0019, 0.0665], 40],
    ['met later on the orbit at each quarter', 'hinge-gan', {}, [0.1, 0.2, -0.3933, 0.2867], 100],
    ['inside the box', 'wgan-clip', {}, PLANE, 40],
    ['the circle of radius c', 'wgan-gp', {}, PLANE, 60],
    ['the circle of radius c, from far', 'wgan-gp', {}, ARTICLE, 60],
    ['a relaxation cycle', 'wgan-gp', { lambda: 0.5 }, LINE, 60],
    ['a relaxation cycle passing a rest', 'wgan-gp', { lambda: 0.95 }, [0.5, 0, -0.6, 0], 60],
    ['a relaxation cycle at a rest at T', 'wgan-gp', { lambda: 0.96 }, [0.5, 0, -1.2, 0], 100],
    ['creep to the circle of radius √|L|', 'ns-gan', {}, ARTICLE, 100],
    ['decay to the circle of radius √|L|', 'gan-qp', {}, [0.5, 0.3, 1.9, 1.4], 40],
    ['a circle smaller than ε', 'hinge-gan', { eps: 0.5 }, [0.1, 0.05, 0.1, -0.2], 40],
  ],
  growing: [
    ['a straight walk', 'wgan', {}, LINE, 40],
    ['a straight walk through 0', 'wgan', {}, [0.5, 0, -3, 0], 40],
    ['creep as t^(1/6)', 'lsgan', { a: 0 }, PLANE, 40],
    ['creep as t^(1/6), later', 'lsgan', { a: 0 }, PLANE, 300],
  ],
  stuck: [
    ['phi = 0 is at rest', 'lsgan', { a: 0 }, LINE, 40],
    ['phi = 0 is at rest, with L2 in the plane', 'lsgan', { a: 0, l2: 0.2 }, PLANE, 60],
    ['θ = 2λc', 'wgan-gp', { lambda: 1.5 }, LINE, 40],
    ['u = −2', 'f-gan', { divergence: 'pearson' }, [0.5, 0, 2.2, 0], 40],
  ],
  diverged: [
    ['a straight walk past the bound', 'wgan', { rateG: 10 }, LINE, 1200],
    ['the same on a line of the plane', 'wgan', { rateG: 10 }, [0.5, 0.5, 900, 900], 1400],
  ],
  undecided: [
    [
      'turning faster than any slider allows: damped in the shortest substeps',
      'f-gan',
      { divergence: 'reverse-kl', rateD: 40, rateG: 40 },
      PLANE,
      100,
      0.5,
    ],
    ['on its way out to a circle', 'wgan-gp', {}, ARTICLE, 10],
    ['on its way in to a cycle', 'wgan-gp', {}, [0.5, 0, 1.9, 0], 40],
    ['on its way in to a cycle, early', 'wgan-gp', {}, [0.5, 0, 1.9, 0], 20],
    ['walking towards 0 and past it', 'wgan', {}, [-0.5, 0, 30, 0], 20],
  ],
  chaotic: [],
  bounded: [
    [
      'half a swing at slow rates',
      'f-gan',
      { rateD: 0.24, rateG: 0.47 },
      [0.004, 0, -0.01, 0],
      20,
      0.2,
    ],
    ['less than two swings', 'saturating-gan', {}, PLANE, 12],
    ['less than a quarter turn towards 0', 'hinge-gan', {}, [-0.1, 0, 0.9, 0], 1, 0.1],
    ['less than a quarter turn away from 0', 'hinge-gan', {}, [0.9, 0, 0.1, 0], 1, 0.1],
  ],
  noisy: [],
};

describe.each(OUTCOMES.map((outcome) => [outcome]))('%s', (outcome) => {
  for (const [why, model, values, start, time, step] of EXAMPLES[outcome]) {
    it(`${why}: ${model} ${JSON.stringify(values)} from ${start.join()} to ${time}`, () => {
      expect(measure(model, values, start, time, step).outcome).toBe(outcome);
    });
  }

  it('has a meaning, in words', () => {
    expect(OUTCOME_MEANINGS[outcome]).toMatch(/\w{3}/);
  });
});

describe('where the field does not vanish at the equilibrium', () => {
  // Steps of wgan keep their length, h |phi|/|phi|, and end on a cycle of a few of them.
  test.each([
    ['omd', Math.sqrt(3)],
    ['extragradient', 1 / Math.sqrt(3)],
  ])('%s on wgan does not converge', (method, radius) => {
    const random = randomSource(12);
    const h = 1 / 16;
    const at = (time: number, start: readonly number[]) =>
      measureStart(withValues(defaultExperiment('wgan', method), { step: h, time }), start);
    for (let n = 0; n < 80; n++) {
      const start = [...randomStates(random, 1, 0.05, 2)];
      // A step that meets phi = 0 exactly has no force, and stays.
      const right = ['orbiting', 'bounded', 'undecided', 'stuck'];
      expect(right, start.join()).toContain(at(40, start).outcome);
    }
    const end = at(400, PLANE);
    expect(end.outcome).toBe('orbiting');
    expect(end.amplitude).toBeCloseTo(radius * h, 4);
  });
});

it('Adam does not come home: its steps burst out again', () => {
  const random = randomSource(13);
  const at = (time: number, start: readonly number[]) =>
    measureStart(withValues(defaultExperiment('wgan-div', 'adam'), { p: 2, time }), start);
  const starts = Array.from({ length: 40 }, () => [...randomStates(random, 1, 0.05, 2)]);
  const near = starts.filter((start) => {
    const { outcome, amplitude } = at(40, start);
    expect(outcome, start.join()).not.toBe('converged');
    return amplitude < 1e-3;
  });
  expect(near.length).toBeGreaterThan(4);
  expect(near.some((start) => at(400, start).amplitude > 0.1)).toBe(true);
});

it('what grows on beyond every interest has diverged', () => {
  const simgd = (time: number) =>
    measureStart(
      withValues(defaultExperiment('f-gan', 'simgd'), { divergence: 'reverse-kl', time }),
      ARTICLE,
    );
  expect(simgd(200).outcome).toBe('growing');
  const far = simgd(270);
  expect(far.amplitude).toBeLessThan(1e4);
  expect(far.outcome).toBe('diverged');
});

describe('on the slice phi = (0.5, 0.3), theta in [-2, 2]², at h = 1/16', () => {
  /** What each start there truly does without L2, beside undecided. */
  const TRUTH: Readonly<Record<string, readonly Outcome[]>> = {
    'saturating-gan': ['orbiting', 'bounded'],
    'wgan-clip': ['orbiting'],
    'wgan-div': ['converging', 'converged'],
    // Saturating Pearson stops where it meets u = -2.
    'f-gan': ['orbiting', 'bounded', 'stuck'],
  };

  test.each(MODELS.map(({ id }) => [id]))('%s is decided and right from T = 60', (model) => {
    const random = randomSource(10);
    let undecided = 0;
    for (let n = 0; n < 60; n++) {
      const start = [0.5, 0.3, 4 * random() - 2, 4 * random() - 2];
      const { outcome } = measure(model, {}, start, n % 2 === 0 ? 60 : 100);
      if (outcome === 'undecided') undecided += 1;
      else expect(TRUTH[model] ?? ['orbiting'], `from ${start.join()}`).toContain(outcome);
    }
    // Two swings in half of T = 60: orbits of kl, w = 0.37 and less at larger u, take longer.
    expect(undecided).toBeLessThanOrEqual(model === 'f-gan' ? 20 : 4);
  });

  test.each(MODELS.map(({ id }) => [id]).filter(([id]) => id !== 'wgan'))(
    '%s with L2 0.2 converges, or to its circle, from T = 40',
    (model) => {
      const random = randomSource(11);
      const expected = model === 'wgan-gp' ? ['orbiting'] : ['converging', 'converged'];
      let undecided = 0;
      for (let n = 0; n < 40; n++) {
        const start = [0.5, 0.3, 4 * random() - 2, 4 * random() - 2];
        const { outcome } = measure(model, { l2: 0.2 }, start, n % 2 === 0 ? 40 : 80);
        if (outcome === 'undecided') undecided += 1;
        else expect(expected, `from ${start.join()}`).toContain(outcome);
      }
      expect(undecided).toBeLessThanOrEqual(3);
    },
  );
});
