import { describe, expect, it, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import type { Values } from '../../src/models/parameter.ts';
import { linearisationOf, type Complex, type Linearisation } from '../../src/cpu/linearisation.ts';
import { follow } from '../support/flow.ts';
import { englishOf } from '../../src/models/message.ts';

const BILINEAR = { divergence: 'reverse-kl', nonSaturating: false };

function linear(model: string, method: string, values: Values = {}): Linearisation {
  const result = linearisationOf(withValues(defaultExperiment(model, method), values));
  if ('reason' in result) throw new Error(englishOf(result.reason));
  return result;
}

/** The value of a polynomial, highest coefficient first, at z. */
function polynomial(coefficients: readonly (readonly [number, number])[], z: Complex): number {
  let [re, im] = [0, 0];
  for (const [a, b] of coefficients)
    [re, im] = [re * z.re - im * z.im + a, re * z.im + im * z.re + b];
  return Math.hypot(re, im);
}

/** Largest distance of values to what is expected, in order. */
function apart(
  values: readonly Complex[],
  expected: readonly (readonly [number, number])[],
): number {
  if (values.length !== expected.length) return Infinity;
  return Math.max(
    ...values.map(({ re, im }, i) => Math.hypot(re - expected[i]![0], im - expected[i]![1])),
  );
}

describe('eigenvalues of the flow at the equilibrium', () => {
  it('of ns-gan are +-i/2: neutral', () => {
    const { values, stability } = linear('ns-gan', 'rk4');
    expect(
      apart(values, [
        [0, 0.5],
        [0, -0.5],
      ]),
    ).toBeLessThan(1e-9);
    expect(stability).toBe('neutral');
  });

  it.each([0.2, 0.6])('of ns-gan with L2 mu = %f are -mu/2 +- sqrt(mu^2 - 1)/2', (mu) => {
    const { values, stability } = linear('ns-gan', 'dopri5', { l2: mu });
    const im = Math.sqrt(1 - mu * mu) / 2;
    expect(
      apart(values, [
        [-mu / 2, im],
        [-mu / 2, -im],
      ]),
    ).toBeLessThan(1e-9);
    expect(stability).toBe('stable');
  });

  it.each([0.1, 2])(
    'of wgan-gp with c = 0, lambda = %f are -lambda +- sqrt(lambda^2 - 1)',
    (lambda) => {
      const { values } = linear('wgan-gp', 'rk4', { lambda, c: 0 });
      const root = Math.sqrt(Math.abs(lambda ** 2 - 1));
      expect(
        apart(
          values,
          lambda < 1
            ? [
                [-lambda, root],
                [-lambda, -root],
              ]
            : [
                [-lambda + root, 0],
                [-lambda - root, 0],
              ],
        ),
      ).toBeLessThan(1e-9);
    },
  );

  it('with unequal rates turn at their geometric mean', () => {
    const { values } = linear('f-gan', 'rk4', { ...BILINEAR, rateD: 4, rateG: 0.25 });
    expect(
      apart(values, [
        [0, 1],
        [0, -1],
      ]),
    ).toBeLessThan(1e-9);
  });

  it('of a saddle grow', () => {
    expect(linear('lsgan', 'rk4', { a: 1, g: 1 }).stability).toBe('unstable');
  });

  it('are not told where there is no Jacobian', () => {
    for (const model of ['wgan', 'wgan-gp']) {
      expect(linearisationOf(defaultExperiment(model))).toHaveProperty('reason');
    }
    expect(linearisationOf(defaultExperiment('ns-gan', 'adam'))).toHaveProperty('reason');
  });
});

const h = 0.3;

describe('multipliers of a step on the bilinear game', () => {
  it('of simgd are 1 +- ih', () => {
    const { values, stability } = linear('f-gan', 'simgd', { ...BILINEAR, step: h });
    expect(
      apart(values, [
        [1, h],
        [1, -h],
      ]),
    ).toBeLessThan(1e-9);
    expect(stability).toBe('unstable');
  });

  it.each([0.3, 1, 1.9])('of altgd at h = %f lie on the unit circle, their sum 2 - h^2', (step) => {
    const { values, stability, criticalStep } = linear('f-gan', 'altgd', { ...BILINEAR, step });
    expect(values[0]!.re + values[1]!.re).toBeCloseTo(2 - step ** 2, 9);
    for (const { re, im } of values) expect(Math.hypot(re, im)).toBeCloseTo(1, 9);
    expect(stability).toBe('neutral');
    expect(criticalStep).toBeCloseTo(2, 9);
  });

  it('of extragradient are 1 - h^2 +- ih', () => {
    const { values, stability } = linear('f-gan', 'extragradient', { ...BILINEAR, step: h });
    expect(
      apart(values, [
        [1 - h * h, h],
        [1 - h * h, -h],
      ]),
    ).toBeLessThan(1e-9);
    expect(stability).toBe('stable');
  });
});

describe('multipliers of a step with a memory', () => {
  // Each value is a root for z = ih or for z = -ih.
  test.each<[string, Values, (z: number) => [number, number][]]>([
    [
      'omd',
      {},
      (z) => [
        [1, 0],
        [-1, -2 * z],
        [0, z],
      ],
    ],
    [
      'momentum',
      { beta: 0.4 },
      (z) => [
        [1, 0],
        [-1.4, -z],
        [0.4, 0],
      ],
    ],
    [
      'momentum',
      { beta: -0.4 },
      (z) => [
        [1, 0],
        [-0.6, -z],
        [-0.4, 0],
      ],
    ],
  ])('of %s %o are the roots of its polynomial', (method, more, coefficients) => {
    const { values } = linear('f-gan', method, { ...BILINEAR, ...more, step: h });
    expect(values).toHaveLength(4);
    for (const value of values) {
      const residues = [h, -h].map((z) => polynomial(coefficients(z), value));
      expect(Math.min(...residues)).toBeLessThan(1e-8);
    }
  });

  it('of alternating momentum solve (mu - 1)^2 (mu - beta)^2 + h^2 mu^3 = 0', () => {
    const beta = -0.5;
    const { values, stability } = linear('f-gan', 'momentum', {
      ...BILINEAR,
      beta,
      alternating: true,
      step: h,
    });
    for (const value of values) {
      const coefficients = [
        [1, 0],
        [-2 - 2 * beta + h * h, 0],
        [1 + 4 * beta + beta ** 2, 0],
        [-2 * beta * (1 + beta), 0],
        [beta ** 2, 0],
      ] as const;
      expect(polynomial(coefficients, value)).toBeLessThan(1e-8);
    }
    expect(stability).toBe('stable');
  });
});

describe('a critical learning rate', () => {
  const rules = METHODS.filter(({ criticalStep }) => criticalStep !== undefined);

  test.each(rules)('of $id parts what stays from what grows', ({ id }) => {
    for (const more of [{}, { rateD: 4 }, ...(id === 'altgd' ? [{ dSteps: 3 }] : [])]) {
      const values = { ...BILINEAR, ...more };
      const { criticalStep } = linear('f-gan', id, { ...values, step: 0.01 });
      const growth = (share: number) => {
        const step = share * criticalStep!;
        const experiment = withValues(defaultExperiment('f-gan', id), {
          ...values,
          step,
          time: 200 * step,
        });
        return Math.hypot(...follow(experiment, [0.5, 0.3, 0.9, -0.4]));
      };
      expect(growth(0.97)).toBeLessThan(20);
      expect(growth(1.03)).toBeGreaterThan(100);
    }
  });
});
