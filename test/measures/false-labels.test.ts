/** Labels that an independent integration contradicted once, with what is true. */
import { describe, expect, it, test } from 'vitest';
import { runnerOf } from '../../src/cpu/runner.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import type { Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { randomSource, randomStates } from '../support/random.ts';

type Start = readonly number[];

function labelOf(model: string, method: string, values: Values, start: Start): Outcome {
  const run = runnerOf(withValues(defaultExperiment(model, method), values));
  return run(Float64Array.from(start), 0, 0)[0].outcome;
}

/** Labels of random starts, norms from `least` to 2. */
function labelsOf(model: string, method: string, values: Values, count: number): Outcome[] {
  const random = randomSource(21);
  return Array.from({ length: count }, () =>
    labelOf(model, method, values, [...randomStates(random, 1, 0.1, 2)]),
  );
}

const RIGHT_LABELS: readonly [string, string, string, Values, Start, Outcome][] = [
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
    'radii that wander stand still twice by chance',
    'hinge-gan',
    'momentum',
    { time: 40 },
    [-0.21395838, 0, 0.23355433, 0],
    'bounded',
  ],
  [
    'radii that wander fall for three quarters by chance',
    'hinge-gan',
    'momentum',
    { time: 40 },
    [-0.47379434, 0, -0.67767143, 0],
    'bounded',
  ],
  [
    'an L of rounding, on a line in the box of wgan-clip',
    'wgan-clip',
    'altgd',
    { time: 40 },
    [0.41101477, -0.31245321, 0, 0],
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
    'gradients have vanished after coarse steps',
    'saturating-gan',
    'altgd',
    { step: 2, time: 600 },
    [0, 0, 1.2, 0],
    'stuck',
  ],
  [
    'simultaneous steps multiply L, while a saturated theta falls',
    'saturating-gan',
    'simgd',
    { step: 0.5, time: 2000 },
    [-0.428, -0.487, 0.155, 0.243],
    'growing',
  ],
  [
    'alternating steps on wgan add to |phi|',
    'wgan',
    'altgd',
    { time: 40 },
    [0.689, 1.34, 0.999, -1.8],
    'growing',
  ],
  [
    'Adam’s circle stops growing where a turn takes as long as its memory',
    'gan-qp',
    'adam',
    { step: 0.2, time: 2000 },
    [1.85, -1.09, 0.402, 1.01],
    'bounded',
  ],
  [
    'Adam comes to rest where gradients have vanished, after its last burst',
    'saturating-gan',
    'adam',
    { step: 0.2, time: 2000 },
    [-0.316, -0.202, -0.421, 0.0121],
    'stuck',
  ],
  [
    'Adam’s circle grows, quarter by quarter',
    'ns-gan',
    'adam',
    { time: 40 },
    [0.1, 0.2, -1.7, 1.73],
    'growing',
  ],
  [
    'a slow spiral to the circle of wgan-gp, half way',
    'wgan-gp',
    'rk4',
    { time: 40 },
    [0.29, 0.189, 0.141, -0.0515],
    'orbiting',
  ],
];

describe('the right label', () => {
  test.each(RIGHT_LABELS)('%s: %s by %s', (_, model, method, values, start, outcome) => {
    expect(labelOf(model, method, values, start)).toBe(outcome);
  });
});

describe('what a horizon does not support is not claimed', () => {
  it.each(
    [0.02, 0.05, 0.1, 0.3].flatMap((lambda) => [10, 15, 20, 40].map((time) => [lambda, time])),
  )('of spirals to the circle of wgan-gp, lambda = %d, T = %i', (lambda, time) => {
    for (const label of labelsOf('wgan-gp', 'rk4', { lambda, time }, 80)) {
      expect(['orbiting', 'bounded', 'undecided']).toContain(label);
    }
  });

  it('of a spiral to that circle from inside it, in three turns: growing', () => {
    const start = [
      0.07146827131509781, 0.03270908445119858, -0.08604782074689865, 0.23681192100048065,
    ];
    const label = labelOf('wgan-gp', 'rk4', { lambda: 0.1, time: 20 }, start);
    expect(['orbiting', 'bounded', 'undecided']).toContain(label);
    // Later |theta| has stopped at c = 1.
    expect(labelOf('wgan-gp', 'rk4', { lambda: 0.1, time: 400 }, start)).toBe('orbiting');
  });

  // Adam's memory of large gradients fades more slowly than phi does, until its steps pass phi = 0.
  it.each([1, 2, 3, 4])('of Adam’s rests at wgan-gp’s false equilibria: stuck, %i', (n) => {
    const start = [
      [0.9595942989597228, 0, 1.689299986661668, 0],
      [1.6036019670024908, 0, -1.5471761413874225, 0],
      [-1.9475432416443912, 0, -1.1330807981446074, 0],
      [0, 0.05152021678768204, 0, -0.5494980538461451],
    ][n - 1]!;
    const label = labelOf('wgan-gp', 'adam', { lambda: 1.5, time: 400 }, start);
    expect(label).toBe('bounded');
  });

  it('of a decay as t^(-1/4) that is not to be seen yet', () => {
    const label = labelOf('wgan-div', 'rk4', { time: 40 }, [0.0161, 0.0011, 0.0051, 0.0601]);
    expect(['undecided', 'bounded', 'converging']).toContain(label);
  });

  it('of the same spirals inwards before a turn', () => {
    const start = [-1.29, 1.25, 0.679, 1.67];
    const label = labelOf('wgan-gp', 'rk4', { lambda: 0.05, time: 10 }, start);
    expect(['orbiting', 'bounded', 'undecided']).toContain(label);
  });

  // |theta| grows and |phi| falls, or the reverse, until steps just hold: theta^2 or phi^2 of 2/h.
  it.each([
    ['growing', { a: 0 }, [-1.76, -0.909, -1.06, 0.248]],
    ['converging', { g: 0 }, [-0.602, -0.467, -1.94, 0.114]],
  ])('of alternating steps on lsgan that end where they get too long: %s', (not, values, start) => {
    const label = labelOf('lsgan', 'altgd', { ...values, step: 0.2, time: 200 }, start);
    expect(label).not.toBe(not);
  });

  it('of orbits that alternating steps break up later: orbiting', () => {
    for (const [step, ...start] of [
      [0.5, -0.449, 1.17, 0.526, 0.512],
      [0.5, -0.496, 0.706, 0.311, -0.524],
      [1, 0.453, -0.195, -0.494, 0.329],
      [1, 1.86, 0.572, 1.76, -1.42],
      [2, 0.15, 0, -0.058, 0],
    ] as const) {
      const label = labelOf('saturating-gan', 'altgd', { step, time: 200 }, start);
      expect(label, `${step}, ${start.join()}`).not.toBe('orbiting');
    }
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

const EVERY = MODELS.flatMap(({ id }): [string, Values][] =>
  id === 'f-gan'
    ? ['kl', 'reverse-kl', 'pearson', 'hellinger', 'js'].flatMap((divergence) =>
        [false, true].map((nonSaturating): [string, Values] => [id, { divergence, nonSaturating }]),
      )
    : [[id, {}]],
);

/** Labels of starts in [-2, 2]^4, every other one on the page's first slice. */
function labelsOfBox(model: string, method: string, values: Values, count: number): Outcome[] {
  const random = randomSource(31);
  return Array.from({ length: count }, (_, n) => {
    const [phi1, phi2, theta1, theta2] = [0, 0, 0, 0].map(() => 4 * random() - 2);
    const phi = n % 2 === 0 ? [phi1!, phi2!] : [0.1, 0.2];
    return labelOf(model, method, values, [...phi, theta1!, theta2!]);
  });
}

const undecidedOf = (labels: readonly Outcome[]) =>
  labels.filter((label) => label === 'undecided').length / labels.length;

describe('little is undecided', () => {
  // wgan-div, kl and hellinger have starts that no step of RK4 of this length resolves.
  test.each([
    'ns-gan',
    'saturating-gan',
    'wgan',
    'wgan-gp',
    'gan-qp',
    'lsgan',
    'hinge-gan',
    'wgan-clip',
  ])('at T = 40 of %s by rk4', (model) => {
    expect(undecidedOf(labelsOfBox(model, 'rk4', { time: 40 }, 60))).toBeLessThan(0.05);
  });

  test.each<[string, number]>([
    ['altgd', 0.05],
    ['adam', 0.2],
  ])('at T = 40 of every model by %s', (method, most) => {
    const shares = EVERY.map(([model, values]) =>
      undecidedOf(labelsOfBox(model, method, { ...values, time: 40 }, 40)),
    );
    expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeLessThan(most / 2);
    // Of one model among 40 starts.
    expect(Math.max(...shares)).toBeLessThan(most + 0.05);
  });

  test.each(METHODS.filter(({ kind }) => kind === 'rule').map(({ id }) => id))(
    'at T = 2,000 of every model by %s with h from 0.2 to 1',
    (method) => {
      const labels = EVERY.flatMap(([model, values]) =>
        [0.2, 0.5, 1].flatMap((step) =>
          labelsOfBox(model, method, { ...values, step, time: 2000 }, 6),
        ),
      );
      expect(undecidedOf(labels)).toBeLessThan(0.05);
    },
  );
});
