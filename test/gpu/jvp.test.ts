import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { onArrays, vectorFieldOf, type VectorField } from '../../src/models/modifiers.ts';
import type { Values } from '../../src/models/parameter.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { evaluate } from '../support/wgsl/evaluate.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { rounded, VARIANTS } from '../support/variants.ts';

const COUNT = 4096;

/**
 * Of |J| |t|, not of |J t|, which may cancel. float32 rounds at 6e-8, and a Jacobian is some twenty
 * operations deep; an exponential's argument u, up to 4.5 here, adds its own rounding.
 */
const JACOBIAN_TOLERANCE = 2e-6;

/** Products of two Jacobians, of which that of a correction may cancel. */
const CORRECTED_TOLERANCE = 10 * JACOBIAN_TOLERANCE;

/** Of the shorter player: differences then err by some 1e-10, and stay within a kink's margin. */
const DIFFERENCE = 1e-5;

/** Distance of u from the hinge and of phi from its box that counts as away from a kink. */
const MARGIN = 1e-3;

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

const row = (rows: ArrayLike<number>, index: number) =>
  [0, 1, 2, 3].map((i) => rows[4 * index + i]!);

/** J(s) t of a field by central differences, in float64. */
function differences(field: VectorField, s: readonly number[], t: readonly number[]): number[] {
  const shorter = Math.min(Math.hypot(s[0]!, s[1]!), Math.hypot(s[2]!, s[3]!));
  const size = (DIFFERENCE * shorter) / Math.hypot(...t);
  const [ahead, behind] = [1, -1].map((sign) => {
    const out = new Float64Array(4);
    field(
      Float64Array.from(s, (x, i) => x + sign * size * t[i]!),
      out,
    );
    return out;
  });
  return Array.from(ahead!, (x, i) => (x - behind![i]!) / (2 * size));
}

/** Largest |gpu - J t| / (|J| |t|) over the states away from kinks, |J| Frobenius's norm. */
function worstError(
  gpu: Float32Array,
  field: VectorField,
  states: Float64Array,
  tangents: Float64Array,
  clip = Infinity,
): { worst: number; counted: number } {
  const basis = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number(i === j)));
  let [worst, counted] = [0, 0];
  for (let index = 0; index < COUNT; index++) {
    const [s, t] = [row(states, index), row(tangents, index)];
    const u = s[0]! * s[2]! + s[1]! * s[3]!;
    const edge = Math.min(...s.slice(0, 2).map((x) => Math.abs(Math.abs(x) - clip)));
    if (Math.abs(u + 1) < MARGIN || edge < MARGIN) continue;
    counted += 1;
    const columns = basis.flatMap((direction) => differences(field, s, direction));
    const error = Math.hypot(...differences(field, s, t).map((x, i) => x - gpu[4 * index + i]!));
    worst = Math.max(worst, error / (Math.hypot(...columns) * Math.hypot(...t)));
  }
  return { worst, counted };
}

const samples = (seed: number, least: number, most: number) => ({
  s: randomStates(randomSource(seed), COUNT, least, most),
  t: randomStates(randomSource(seed + 1), COUNT, 0.1, 10),
});

describe('the Jacobian in WGSL equals central differences of the field in float64', () => {
  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const inputs = samples(21, 0.01, 3);
    const experiment = withValues(defaultExperiment(model.id), rounded(values));
    const gpu = await evaluate(context, experiment, 'jvp(s, t)', inputs);
    const { field } = model.game(experiment.values);
    const { worst, counted } = worstError(gpu, onArrays(field), inputs.s, inputs.t);
    expect(counted).toBeGreaterThan(0.95 * COUNT);
    expect(worst).toBeLessThan(JACOBIAN_TOLERANCE);
  });
});

describe('the Jacobian-vector product of the vector field with modifiers', () => {
  const modifiers = { l2: 0.375, rateD: 2, rateG: 0.5 };

  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const inputs = samples(23, 0.01, 3);
    const changes = rounded({ ...values, ...modifiers });
    const experiment = withValues(defaultExperiment(model.id), changes);
    const gpu = await evaluate(context, experiment, 'vectorFieldJvp(s, t)', inputs);
    const vectorField = vectorFieldOf(model.game(experiment.values), experiment.values);
    const clip = experiment.values['clip'];
    const { worst, counted } = worstError(
      gpu,
      vectorField,
      inputs.s,
      inputs.t,
      clip === undefined ? Infinity : Number(clip),
    );
    expect(counted).toBeGreaterThan(0.95 * COUNT);
    expect(worst).toBeLessThan(JACOBIAN_TOLERANCE);
  });

  test.each(VARIANTS)('$name, corrected', async ({ model, values }) => {
    // The third derivatives of what a correction adds grow as 1/|phi|^3: differences need lengths.
    const inputs = samples(27, 0.1, 3);
    const corrections = { consensus: 0.75, symplectic: 0.5, jare: 0.25, nk: 0.125 };
    const changes = rounded({ ...values, ...modifiers, ...corrections });
    const experiment = withValues(defaultExperiment(model.id), changes);
    const vectorField = vectorFieldOf(model.game(experiment.values), experiment.values);
    const gpu = await evaluate(context, experiment, 'vectorFieldJvp(s, t)', inputs);
    const clip = Number(experiment.values['clip'] ?? Infinity);
    const { worst, counted } = worstError(gpu, vectorField, inputs.s, inputs.t, clip);
    expect(counted).toBeGreaterThan(0.95 * COUNT);
    expect(worst).toBeLessThan(CORRECTED_TOLERANCE);
  });

  test('outside the box of wgan-clip', async () => {
    const inputs = samples(25, 1, 5);
    const experiment = withValues(defaultExperiment('wgan-clip'), { ...modifiers, clip: 0.5 });
    const gpu = await evaluate(context, experiment, 'vectorFieldJvp(s, t)', inputs);
    const { model } = VARIANTS.find((variant) => variant.model.id === 'wgan-clip')!;
    const vectorField = vectorFieldOf(model.game(experiment.values), experiment.values);
    const { worst, counted } = worstError(gpu, vectorField, inputs.s, inputs.t, 0.5);
    expect(counted).toBeGreaterThan(0.95 * COUNT);
    expect(worst).toBeLessThan(JACOBIAN_TOLERANCE);
  });

  test('at the edge of the box phi is free', async () => {
    const experiment = withValues(defaultExperiment('wgan-clip'), { clip: 0.5 });
    const gpu = await evaluate(context, experiment, 'projectTangent(s, t)', {
      s: Float64Array.of(0.5, -0.5, 9, -9, 0.75, -0.75, 9, -9),
      t: Float64Array.of(1, 2, 3, 4, 1, 2, 3, 4),
    });
    expect([...gpu]).toEqual([1, 2, 3, 4, 0, 0, 3, 4]);
  });
});

describe('where the field has no derivative', () => {
  const t = [1, 2, 3, 4];

  test.each<{ id: string; values: Values; s: number[]; expected: number[]; at: string }>([
    { id: 'wgan', values: {}, s: [0, 0, 1, 2], expected: [0, 0, 0, 0], at: 'phi = 0' },
    {
      id: 'wgan-gp',
      values: { lambda: 0.25, c: 2 },
      s: [0, 0, 1, 2],
      expected: [-3 - 0.5, -4 - 1, 1, 2], // -dtheta - 2 lambda dphi
      at: 'phi = 0',
    },
    { id: 'gan-qp', values: {}, s: [1, 2, 0, 0], expected: [-3, -4, 1, 2], at: 'theta = 0' },
    { id: 'hinge-gan', values: {}, s: [1, 0, -1, 5], expected: [0, 0, 1, 2], at: 'u = -1' },
  ])('$id adds 0 at $at', async ({ id, values, s, expected }) => {
    const experiment = withValues(defaultExperiment(id), values);
    const inputs = { s: Float64Array.from(s), t: Float64Array.from(t) };
    const gpu = await evaluate(context, experiment, 'jvp(s, t)', inputs);
    expect(Array.from(gpu, (x) => x + 0)).toEqual(expected); // -0 is 0 too
  });
});

describe('the Jacobian is finite at every state within the bounds', () => {
  // Around each threshold of `unit`, and out to the bound of a diverged state; in every direction
  // of the axes and across them, where cancelling and vanishing products meet.
  const sizes = [0, 1e-38, 1e-20, 1e-18, 1.1e-18, 1e-16, 1e-9, 1, 8, 100, 1e4];
  const directions = [
    [1, 0],
    [0, -1],
    [0.6, 0.8],
  ];
  const vectors = sizes.flatMap((size) => directions.map((way) => way.map((x) => x * size)));
  const pairs = vectors.flatMap((phi) => vectors.map((theta) => [...phi, ...theta]));
  const s = Float64Array.from(pairs.concat(pairs.map((pair) => pair.map((x) => -x))).flat());

  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const experiment = withValues(defaultExperiment(model.id), values);
    for (const tangent of [
      [0.6, 0, 0, -0.8],
      [-0.5, 0.5, 0.5, 0.5],
    ]) {
      const t = Float64Array.from(s, (_, i) => tangent[i % 4]!);
      const gpu = await evaluate(context, experiment, 'jvp(s, t)', { s, t });
      expect(gpu.findIndex((x) => !Number.isFinite(x))).toBe(-1);
    }
  });
});
