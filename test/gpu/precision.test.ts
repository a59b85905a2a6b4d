import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { compensates } from '../../src/gpu/compensation.ts';
import type { GpuContext } from '../../src/gpu/context.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import {
  CARRIED,
  measureWgan,
  rightOfCarried,
  roundedCarried,
  UNRESOLVED,
} from '../support/carried.ts';
import { softwareContext, withDevice } from '../support/wgsl/context.ts';
import { VARIANTS } from '../support/variants.ts';

let context: GpuContext;
let gpu: Engine;
beforeAll(async () => {
  context = await softwareContext();
  gpu = gpuEngine(context);
});
afterAll(() => gpu.destroy());

const angularMomentum = (s: ArrayLike<number>) => s[0]! * s[3]! - s[1]! * s[2]!;
const energy = (s: ArrayLike<number>) => (s[0]! ** 2 + s[1]! ** 2 + s[2]! ** 2 + s[3]! ** 2) / 2;
const discriminator = (s: ArrayLike<number>) => Math.hypot(s[0]!, s[1]!);

const QUANTITIES = { L: angularMomentum, E: energy, '|phi|': discriminator };
type Quantity = keyof typeof QUANTITIES;

/** Exact in float32, and no component small. */
const START: State = [0.5, 0.75, 1, -0.625];

/** By model, what the flow conserves; science.md has the reasons. */
const CONSERVED = (id: string, name: string): readonly Quantity[] => {
  if (id === 'wgan') return ['|phi|'];
  if (!['ns-gan', 'saturating-gan', 'lsgan', 'f-gan', 'hinge-gan', 'gan-qp'].includes(id))
    return [];
  const zeroSum = id === 'saturating-gan' || (id === 'f-gan' && !name.endsWith('=true'));
  return zeroSum ? ['L', 'E'] : ['L'];
};

describe('float32 at h = 1/16 to T = 1000 keeps what is conserved', () => {
  const cases = VARIANTS.map(({ name, model, values }) => {
    return { name, model: model.id, values, quantities: CONSERVED(model.id, name) };
  }).filter(({ quantities }) => quantities.length > 0);

  const driftOf = async (engine: Engine, model: string, method: string, values: Values) => {
    const experiment = withValues(defaultExperiment(model, method), {
      ...values,
      step: 1 / 16,
      time: 1000,
    });
    const [trace] = await engine.trace(experiment, [START], 201);
    return (quantity: Quantity) => {
      const of = QUANTITIES[quantity];
      const drift = Array.from({ length: 201 }, (_, row) =>
        Math.abs(of(trace!.samples.subarray(8 * row, 8 * row + 4)) / of(START) - 1),
      );
      return Math.max(...drift);
    };
  };

  test.each(cases)('of $name by dopri5, within 1e-5', async ({ model, values, quantities }) => {
    const drift = await driftOf(gpu, model, 'dopri5', values);
    for (const quantity of quantities) expect(drift(quantity), quantity).toBeLessThan(1e-5);
  });

  test.each(cases)(
    'of $name by rk4, but for its damping',
    async ({ model, values, quantities }) => {
      const [float32, float64] = [
        await driftOf(gpu, model, 'rk4', values),
        await driftOf(cpuEngine, model, 'rk4', values),
      ];
      for (const quantity of quantities) {
        // RK4 itself takes (w h)^6/72 of a product of two states a step: 1.3e-5 over these 16,000 at
        // w = 1, three times that on the fastest of these orbits.
        const numericalDissipation = float64(quantity);
        expect(numericalDissipation, quantity).toBeLessThan(4e-5);
        expect(Math.abs(float32(quantity) - numericalDissipation), quantity).toBeLessThan(1e-6);
      }
    },
  );

  const keepL = cases.filter(({ quantities }) => quantities.includes('L'));
  test.each(keepL)('of $name by altgd: L within 1e-5', async ({ model, values }) => {
    expect((await driftOf(gpu, model, 'altgd', values))('L')).toBeLessThan(1e-5);
  });
});

describe('compensated sums', () => {
  test('survive this adapter, and the engine has nothing to say', async () => {
    expect(await compensates(context)).toBe(true);
    expect(await gpu.statusNote).toBeUndefined();
  });

  test('keep ns-gan within 1e-6 of float64 at T = 1000', async () => {
    const experiment = withValues(defaultExperiment('ns-gan'), { time: 1000 });
    const [[expected], [actual]] = await Promise.all([
      cpuEngine.trace(experiment, [START], 2),
      gpu.trace(experiment, [START], 2),
    ]);
    const end = 8;
    const distance = Math.hypot(
      ...[0, 1, 2, 3].map((i) => actual!.samples[end + i]! - expected!.samples[end + i]!),
    );
    // Without compensation it was 8.5e-6 on the same path.
    expect(distance).toBeLessThan(1e-6);
  });

  test('that are undone are told', async () => {
    // A device whose sums stay at 1, as a compiler's that reassociates.
    const undone = withDevice(context, {
      createShaderModule: ({ code }) =>
        context.device.createShaderModule({
          code: code.replace(
            /\(\*integrator\)\.residue = .*;/,
            '(*integrator).residue = AugmentedState(0.0);',
          ),
        }),
    });
    expect(await compensates(undone)).toBe(false);
  });
});

describe('wgan goes on in float32 as its L says', () => {
  test.each(['rk4', 'dopri5'])('by %s', async (method) => {
    for (const one of CARRIED) {
      const found = await measureWgan(gpu, method, one);
      expect(roundedCarried(found, one)).toEqual(rightOfCarried(one));
    }
  });

  test('and nothing is known where no substep resolves its swings', async () => {
    const { distance, outcome } = await measureWgan(gpu, 'dopri5', UNRESOLVED);
    expect({ distance, outcome }).toEqual({ distance: NaN, outcome: 'converging' });
  });
});
