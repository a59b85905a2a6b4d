/**
 * The bilinear game, phi' = -theta, theta' = phi, which saturating reverse-kl f-GAN is exactly: a
 * rotation of frequency 1, on which every method has a known amplification a step.
 */
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';

type Complex = readonly [re: number, im: number];

export interface Amplification {
  readonly method: string;
  readonly values: Values;
  readonly h: number;
  /** Steps multiply by the largest of its roots; highest coefficient first. */
  readonly polynomial: readonly Complex[];
}

const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
const real = (...coefficients: number[]) => coefficients.map((x): Complex => [x, 0]);

/** mu - (1 + z + z^2/2 + …), z = ih: a method of one step by its coefficients. */
function series(h: number, coefficients: readonly number[]): Complex[] {
  let power: Complex = [1, 0];
  let sum: Complex = [0, 0];
  for (const coefficient of coefficients) {
    sum = [sum[0] - coefficient * power[0], sum[1] - coefficient * power[1]];
    power = times(power, [0, h]);
  }
  return [[1, 0], sum];
}

/** (mu - 1)^2 (mu - a)(mu - b) + c mu^power. */
function quartic(a: number, b: number, c: number, power: 2 | 3): Complex[] {
  const [sum, product] = [a + b, a * b];
  const of = real(1, -2 - sum, 1 + 2 * sum + product, -sum - 2 * product, product);
  const [x] = of[4 - power]!;
  of[4 - power] = [x + c, 0];
  return of;
}

/** Large beside the roots of squared gradients: Adam is momentum with h / eps, but for 1e-7 of it. */
const ADAM_EPS = 10;

/** The longest step of RK4 here: from w h = 0.2 on steps are done in shorter ones. */
const LONGEST_RK4 = 1 / 8;

/** Every method with every choice it has. */
export const AMPLIFICATIONS: readonly Amplification[] = [1 / 16, 1 / 4].flatMap((h) => {
  const momenta = [-0.5, 0.25].flatMap((beta): Omit<Amplification, 'h'>[] => [
    {
      method: 'momentum',
      values: { beta },
      polynomial: [
        [1, 0],
        [-1 - beta, -h],
        [beta, 0],
      ],
    },
    {
      method: 'momentum',
      values: { beta, alternating: true },
      polynomial: quartic(beta, beta, h * h, 3),
    },
  ]);
  const adams = [
    { beta1D: 0.5, beta1G: 0.5 },
    { beta1D: 0.25, beta1G: 0.75 },
  ].map((betas) => ({
    method: 'adam',
    values: { ...betas, step: 4 * h, adamEps: ADAM_EPS },
    polynomial: quartic(
      betas.beta1D,
      betas.beta1G,
      ((4 * h) / ADAM_EPS) ** 2 * (1 - betas.beta1D) * (1 - betas.beta1G),
      2,
    ),
  }));
  const all: Omit<Amplification, 'h'>[] = [
    {
      method: 'dopri5',
      values: { rtol: 0.01, atol: 0.01 },
      polynomial: series(h, [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 600]),
    },
    { method: 'simgd', values: {}, polynomial: series(h, [1, 1]) },
    { method: 'altgd', values: {}, polynomial: real(1, h * h - 2, 1) },
    { method: 'altgd', values: { first: 'generator' }, polynomial: real(1, h * h - 2, 1) },
    { method: 'altgd', values: { dSteps: 3 }, polynomial: real(1, 3 * h * h - 2, 1) },
    { method: 'extragradient', values: {}, polynomial: series(h, [1, 1, 1]) },
    {
      method: 'omd',
      values: {},
      polynomial: [
        [1, 0],
        [-1, -2 * h],
        [0, h],
      ],
    },
    ...momenta,
    ...adams,
  ];
  const rk4: Amplification = {
    method: 'rk4',
    values: {},
    h: Math.min(h, LONGEST_RK4),
    polynomial: series(Math.min(h, LONGEST_RK4), [1, 1, 1 / 2, 1 / 6, 1 / 24]),
  };
  return [rk4, ...all.map((one) => ({ h, ...one }))];
});

/** Corrections of strength 0.3, by simultaneous steps: eigenvalues -0.3 +- i, of NK -0.3 +- i sqrt(1 - 0.09). */
export const CORRECTED: readonly Amplification[] = [0.1, 0.5, 1].flatMap((h) => {
  const [damping, strength] = [1 - 0.3 * h, 0.3];
  const even = ['consensus', 'symplectic', 'jare'].map((name) => ({
    method: 'simgd',
    values: { [name]: strength },
    h,
    polynomial: real(1, -2 * damping, damping ** 2 + h * h),
  }));
  const product = 1 - 2 * strength * h + h * h;
  const generator = { method: 'simgd', values: { nk: strength }, h };
  return [...even, { ...generator, polynomial: real(1, -2 * damping, product) }];
});

/** The largest modulus of a polynomial's roots, all found at once (Durand and Kerner). */
export function largestRoot(polynomial: readonly Complex[]): number {
  const degree = polynomial.length - 1;
  const value = (z: Complex) =>
    polynomial.reduce<Complex>(
      (sum, [re, im]) => {
        const [a, b] = times(sum, z);
        return [a + re, b + im];
      },
      [0, 0],
    );
  let roots = Array.from({ length: degree }, (_, i): Complex => {
    const angle = (2 * Math.PI * i) / degree + 0.4;
    return [Math.cos(angle), Math.sin(angle)];
  });
  for (let round = 0; round < 200; round++) {
    roots = roots.map((z, i) => {
      const apart = roots.reduce<Complex>(
        (product, other, j) =>
          i === j ? product : times(product, [z[0] - other[0], z[1] - other[1]]),
        [1, 0],
      );
      const size = apart[0] ** 2 + apart[1] ** 2;
      const [re, im] = times(value(z), [apart[0] / size, -apart[1] / size]);
      return [z[0] - re, z[1] - im];
    });
  }
  return Math.max(...roots.map(([re, im]) => Math.hypot(re, im)));
}

const STEPS = 1000;

/** Steps until only the pair of multipliers is left that dominates. */
const FIRST = 100;

/**
 * How far an engine's amplification from step 100 to step 1,000 is from the known one, relative.
 */
export async function errorOfAmplification(
  engine: Engine,
  { method, values, h, polynomial }: Amplification,
): Promise<number> {
  const factor = largestRoot(polynomial);
  const step = Number(values['step'] ?? h);
  const experiment = withValues(defaultExperiment('f-gan', method), {
    divergence: 'reverse-kl',
    nonSaturating: false,
    step,
    ...values,
    time: STEPS * step,
  });
  // Small where it grows, so that it stays within bounds; Adam's has to be small beside eps.
  const power = Math.ceil(STEPS * Math.max(0, Math.log2(factor))) + (method === 'adam' ? 20 : 0);
  const start = [0.5, 0.25, 0.875, -0.375].map((x) => x * 2 ** -power) as unknown as State;
  const [trace] = await engine.trace(experiment, [start], STEPS + 1);
  // x_n^2 - x_(n+1) x_(n-1) grows by |mu|^2 a step exactly.
  const growth = (n: number) =>
    [0, 1, 2, 3].reduce((sum, component) => {
      const at = (row: number) => trace!.samples[8 * row + component]! * 2 ** power;
      return sum + at(n) ** 2 - at(n + 1) * at(n - 1);
    }, 0);
  const [first, last] = [growth(FIRST), growth(STEPS - 1)];
  return Math.abs(Math.sqrt(last / first) / factor ** (STEPS - 1 - FIRST) - 1);
}
