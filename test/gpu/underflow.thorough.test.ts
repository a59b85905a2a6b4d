import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import type { Measure } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import {
  DECAYS,
  DEEPER_DECAYS,
  foundOf,
  named,
  RESTS,
  rightOf,
  WALKS,
  type DeepCase,
} from '../support/deep.ts';
import { softwareContext } from '../support/wgsl/context.ts';
import { evaluate } from '../support/wgsl/evaluate.ts';

let context: GpuContext;
let engine: Engine;
beforeAll(async () => {
  context = await softwareContext();
  engine = gpuEngine(context);
});
afterAll(() => engine.destroy());

async function measureOnGpu({ experiment, start }: Pick<DeepCase, 'experiment' | 'start'>) {
  const results = await engine.measure(experiment, Float64Array.from(start), {
    measures: ['distance', 'rate', 'turns', 'outcome'],
  });
  const valueOf = (measure: Measure['id']) => results[columnOf(measure)]!;
  return {
    distance: valueOf('distance'),
    rate: valueOf('rate'),
    turns: valueOf('turns'),
    outcome: OUTCOMES[valueOf('outcome')]!,
  };
}

describe('theta walks for ever though phi underflows', () => {
  test.each(named(WALKS))('$name', async ({ one }) => {
    expect(foundOf(one, await measureOnGpu(one))).toEqual(rightOf(one));
  });
});

describe('theta rests where the field jumps', () => {
  test.each(named(RESTS))('$name', async ({ one }) => {
    expect(foundOf(one, await measureOnGpu(one))).toEqual(rightOf(one));
  });
});

describe('a decay is followed as far as float32 goes', () => {
  test.each(named(DECAYS))('$name', async ({ one }) => {
    const { rate, turns, outcome } = await measureOnGpu(one);
    expect(outcome).toBe('converged');
    expect(rate).toBeCloseTo(one.rate, 4);
    expect(turns).toBeCloseTo(one.turns, 5);
  });

  test.each(named(DEEPER_DECAYS))('and not further: $name', async ({ one }) => {
    const { rate, turns, outcome } = await measureOnGpu(one);
    expect({ rate, turns, outcome }).toEqual({ rate: NaN, turns: NaN, outcome: 'converged' });
  });
});

describe('norms neither underflow nor overflow where the components do not', () => {
  const SIZES = [1e-36, 1e-30, 1e-24, 1e-18, 1e-9, 1, 1e3, 1e18, 1e30];

  test('lengths and directions', async () => {
    const s = Float64Array.from(SIZES.flatMap((size) => [3 * size, -4 * size, 0, 0]));
    const found = await evaluate(
      context,
      defaultExperiment('wgan'),
      'vec4f(unit(s.xy), norm(s.xy), 1.0)',
      { s },
    );
    SIZES.forEach((size, i) => {
      // A root and a division, which hardware rounds by a few units each.
      expect(found[4 * i], String(size)).toBeCloseTo(0.6, 6);
      expect(found[4 * i + 1], String(size)).toBeCloseTo(-0.8, 6);
      expect(found[4 * i + 2]! / (5 * size), String(size)).toBeCloseTo(1, 6);
    });
  });

  test('of 0 there is no direction', async () => {
    const found = await evaluate(context, defaultExperiment('wgan'), 'vec4f(unit(s.xy), s.zw)', {
      s: new Float64Array(4),
    });
    expect([...found]).toEqual([0, 0, 0, 0]);
  });
});
