import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import type { State } from '../../src/models/state.ts';

interface CarriedCase {
  readonly start: State;
  readonly values: Values;
  readonly amplitude: number;
  readonly rate: number;
  readonly turns: number;
}

/**
 * Paths of WGAN to T = 40 whose L falls below the rounding of float64, to as little as 1e-174 of |phi| |theta|. The
 * right values are those of SciPy's DOP853 (rtol 1e-12) for the angle of phi, what of theta lies along phi, and
 * ln of what lies across it, in which nothing is lost; of the first one mpmath's, in 130 digits, are the same.
 */
export const CARRIED: readonly CarriedCase[] = [
  { start: [0.1, 0, -2, 0.01], values: {}, amplitude: 2.0264, rate: 0, turns: -5.011 },
  { start: [0.03, 0.04, 1, 1], values: {}, amplitude: 1.4177, rate: 0, turns: 7.0093 },
  {
    start: [-0.15, 0.1, 0.5, -1.3],
    values: { rateD: 2, rateG: 0.5 },
    amplitude: 1.3961,
    rate: 0,
    turns: -3.5152,
  },
  {
    start: [0.1, 0, -2, 0.01],
    values: { l2: 0.05 },
    amplitude: 0.7342,
    rate: -0.033,
    turns: -10.5114,
  },
  {
    start: [0.2, 0.05, -1.7, 0.4],
    values: { l2: 0.1, rateD: 0.5, rateG: 2 },
    amplitude: 0.6618,
    rate: -0.0316,
    turns: -23.6007,
  },
];

/** Its swings become shorter than the shortest substeps. */
export const UNRESOLVED = { start: [0.05, 0, -2, 0.01], values: { l2: 0.1 } } as const;

/** What an engine measures of one start of WGAN, by name. */
export async function measureWgan(
  engine: Engine,
  method: string,
  { start, values }: Pick<CarriedCase, 'start' | 'values'>,
) {
  const experiment = withValues(defaultExperiment('wgan', method), { time: 40, ...values });
  const measures = ['distance', 'amplitude', 'rate', 'turns', 'outcome', 'lyapunov'] as const;
  const results = await engine.measure(experiment, Float64Array.from(start), { measures });
  const of = (measure: (typeof measures)[number]) => results[columnOf(measure)]!;
  return {
    distance: of('distance'),
    amplitude: of('amplitude'),
    rate: of('rate'),
    turns: of('turns'),
    lyapunov: of('lyapunov'),
    outcome: OUTCOMES[of('outcome')]!,
  };
}

/** What is to be known of a case, and is; of the tangents there is no more of what lies across than of theta. */
export function rightOfCarried({ amplitude, rate, turns }: CarriedCase) {
  return { amplitude, rate, turns, lyapunov: NaN };
}

/** Amplitudes to 0.1%, rates and turns to what 0.1% of them changes. */
export function roundedCarried(
  { amplitude, rate, turns, lyapunov }: Awaited<ReturnType<typeof measureWgan>>,
  right: CarriedCase,
) {
  const near = (found: number, value: number, tolerance: number) =>
    Math.abs(found - value) <= tolerance ? value : found;
  return {
    amplitude: near(amplitude, right.amplitude, 1e-3 * right.amplitude),
    rate: near(rate, right.rate, 1e-4),
    turns: near(turns, right.turns, 2e-3),
    lyapunov,
  };
}
