import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { onArrays, vectorFieldOf } from '../../src/models/modifiers.ts';
import type { StateArray } from '../../src/models/state.ts';
import { randomSource, randomStates } from '../support/random.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { evaluate } from '../support/wgsl/evaluate.ts';
import { rounded, VARIANTS } from '../support/variants.ts';

const COUNT = 4096;

/** The bar; float32 rounds at 6e-8, and a field is some ten operations. */
const FIELD_TOLERANCE = 5e-6;

let context: GpuContext;
beforeAll(async () => {
  context = await softwareContext();
});

/** Largest |gpu - cpu| / |cpu| over the states that `counts` keeps. */
function worstError(
  gpu: Float32Array,
  states: Float64Array,
  cpu: (s: StateArray, out: StateArray) => void,
  counts: (s: StateArray, expected: StateArray) => boolean,
): { worst: number; counted: number } {
  const expected = new Float64Array(4);
  let [worst, counted] = [0, 0];
  for (let row = 0; row < COUNT; row++) {
    const s = states.slice(4 * row, 4 * row + 4);
    cpu(s, expected);
    if (!counts(s, expected)) continue;
    counted += 1;
    const difference = Math.hypot(...expected.map((x, i) => x - gpu[4 * row + i]!));
    worst = Math.max(worst, difference / Math.hypot(...expected));
  }
  return { worst, counted };
}

describe('the field in WGSL equals the field in float64', () => {
  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const states = randomStates(randomSource(7), COUNT, 0.01, 3);
    const experiment = withValues(defaultExperiment(model.id), rounded(values));
    const gpu = await evaluate(context, experiment, 'field(s)', { s: states });
    const { field } = model.game(experiment.values);
    const { worst, counted } = worstError(gpu, states, onArrays(field), (s, expected) => {
      // Away from singular points: where a field passes through 0, or a hinge, nothing is relative.
      const u = s[0]! * s[2]! + s[1]! * s[3]!;
      return Math.hypot(...expected) > 0.02 * Math.hypot(...s) && Math.abs(u + 1) > 1e-5;
    });
    expect(counted).toBeGreaterThan(0.95 * COUNT);
    expect(worst).toBeLessThan(FIELD_TOLERANCE);
  });

  test('out to norm 10 where it stays within float32', async () => {
    const states = randomStates(randomSource(8), COUNT, 3, 10);
    for (const id of ['ns-gan', 'saturating-gan', 'wgan', 'wgan-gp', 'gan-qp', 'wgan-clip']) {
      const experiment = defaultExperiment(id);
      const gpu = await evaluate(context, experiment, 'field(s)', { s: states });
      const model = VARIANTS.find((variant) => variant.model.id === id)!.model;
      const { worst, counted } = worstError(
        gpu,
        states,
        onArrays(model.game(experiment.values).field),
        // exp loses |x| units in the last place of its argument x = u, up to 100 here, where the
        // gradient has long vanished.
        (s) => Math.abs(s[0]! * s[2]! + s[1]! * s[3]!) < 20,
      );
      expect(counted).toBeGreaterThan(0.5 * COUNT);
      expect(worst, id).toBeLessThan(FIELD_TOLERANCE);
    }
  });
});

describe('the vector field with modifiers', () => {
  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const states = randomStates(randomSource(9), COUNT, 0.01, 3);
    const modifiers = { l2: 0.375, rateD: 2, rateG: 0.5 };
    const experiment = withValues(defaultExperiment(model.id), { ...values, ...modifiers });
    const gpu = await evaluate(context, experiment, 'vectorField(s)', { s: states });
    const vectorField = vectorFieldOf(model.game(experiment.values), experiment.values);
    const { worst, counted } = worstError(gpu, states, vectorField, (s, expected) => {
      const u = s[0]! * s[2]! + s[1]! * s[3]!;
      return Math.hypot(...expected) > 0.1 * Math.hypot(...s) && Math.abs(u + 1) > 1e-5;
    });
    expect(counted).toBeGreaterThan(0.9 * COUNT);
    // The field and the decay may cancel to a tenth, so that errors count ten times.
    expect(worst).toBeLessThan(2 * FIELD_TOLERANCE);
  });
});

test('a state that must be projected is projected', async () => {
  const states = randomStates(randomSource(10), COUNT, 1, 5);
  const experiment = withValues(defaultExperiment('wgan-clip'), { clip: 0.5 });
  const gpu = await evaluate(context, experiment, 'project(s)', { s: states });
  const { project } = VARIANTS.find(({ model }) => model.id === 'wgan-clip')!.model.game({
    clip: 0.5,
  });
  for (let row = 0; row < COUNT; row++) {
    const s = states.slice(4 * row, 4 * row + 4);
    project!(s);
    expect([...gpu.subarray(4 * row, 4 * row + 4)]).toEqual([...s]);
  }
});
