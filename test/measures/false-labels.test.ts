/** Labels that an independent integration contradicted once, with what is true. */
import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { Outcome } from '../../src/measures/outcome.ts';
import type { Values } from '../../src/models/parameter.ts';
import { measureStart } from '../support/flow.ts';
import { randomSource, randomStates } from '../support/random.ts';

type Start = readonly number[];

function labelOf(model: string, method: string, values: Values, start: Start): Outcome {
  return measureStart(withValues(defaultExperiment(model, method), values), start).outcome;
}

/** Labels of random starts, norms from `least` to 2. */
function labelsOf(model: string, method: string, values: Values, count: number): Outcome[] {
  const random = randomSource(21);
  return Array.from({ length: count }, () =>
    labelOf(model, method, values, [...randomStates(random, 1, 0.1, 2)]),
  );
}

describe('the right label', () => {
  test.each<[string, string, string, Values, Start, Outcome]>([
    [
      'theta falls as t^(-1/6) while phi grows',
      'lsgan',
      'rk4',
      { g: 0, time: 400 },
      [0.5, 0.3, 1.2, -0.4],
      'converging',
    ],
    [
      'momentum keeps up a cycle that the flow has not',
      'ns-gan',
      'momentum',
      { beta: 0.5, l2: 0.3, step: 0.5, time: 2000 },
      [0.5, 0.3, 1.2, -0.4],
      'orbiting',
    ],
    [
      'simultaneous steps multiply L, however slowly',
      'ns-gan',
      'simgd',
      { step: 0.5, time: 2000 },
      [0.5, 0.3, 1.91, 0.796],
      'growing',
    ],
    [
      'orbits of long alternating steps widen',
      'saturating-gan',
      'altgd',
      { step: 0.5, time: 2000 },
      [-0.3766, -0.8391, -1.9548, -1.0773],
      'growing',
    ],
    [
      'gradients have vanished after coarse steps',
      'saturating-gan',
      'altgd',
      { step: 2, time: 600 },
      [0, 0, 1.2, 0],
      'stuck',
    ],
    [
      'a slow spiral to the circle of wgan-gp, half way',
      'wgan-gp',
      'rk4',
      { time: 40 },
      [0.29, 0.189, 0.141, -0.0515],
      'orbiting',
    ],
  ])('%s: %s by %s', (_, model, method, values, start, outcome) => {
    expect(labelOf(model, method, values, start)).toBe(outcome);
  });
});

describe('what a horizon does not support is not claimed', () => {
  it.each([15, 40])('of slow spirals to the circle of wgan-gp at T = %i', (time) => {
    for (const label of labelsOf('wgan-gp', 'rk4', { lambda: 0.05, time }, 150)) {
      expect(['orbiting', 'bounded', 'undecided']).toContain(label);
    }
  });

  it('of a decay as t^(-1/4) that is not to be seen yet', () => {
    const label = labelOf('wgan-div', 'rk4', { time: 40 }, [0.0161, 0.0011, 0.0051, 0.0601]);
    expect(['undecided', 'converging']).toContain(label);
  });

  it('of altgd’s orbits of the saturating GAN that drift out at h = 0.5', () => {
    const label = labelOf(
      'saturating-gan',
      'altgd',
      { step: 0.5, time: 2000 },
      [0.5, 0.3, -1.95, -1.75],
    );
    expect(['growing', 'bounded', 'undecided']).toContain(label);
  });
});

describe('with noise', () => {
  const noise = { noise: 0.1, time: 400 };

  it('a linear sink is one stationary cloud', () => {
    const labels = labelsOf('wgan-gp', 'rk4', { c: 0, lambda: 0.5, ...noise }, 30);
    expect(new Set(labels)).toEqual(new Set(['noisy']));
  });

  it('orbits that spread are no stationary cloud, nor do they grow or converge', () => {
    const labels = labelsOf('saturating-gan', 'rk4', noise, 30);
    expect(labels.filter((label) => label !== 'undecided').length).toBeLessThanOrEqual(1);
  });
});

describe('little is undecided at T = 40 with default values', () => {
  // wgan and kl have starts that no step of RK4 of this length resolves.
  test.each(['ns-gan', 'saturating-gan', 'wgan-gp', 'gan-qp', 'lsgan', 'hinge-gan', 'wgan-clip'])(
    '%s by rk4 and altgd',
    (model) => {
      const random = randomSource(22);
      for (const method of ['rk4', 'altgd']) {
        const labels = Array.from({ length: 60 }, () => {
          const start = [0.1, 0.2, 4 * random() - 2, 4 * random() - 2];
          return labelOf(model, method, { time: 40 }, start);
        });
        // 5%.
        expect(labels.filter((label) => label === 'undecided').length, method).toBeLessThan(4);
      }
    },
  );
});
