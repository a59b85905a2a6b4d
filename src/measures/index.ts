import type { Measured } from './observer.ts';
import { OUTCOME_MEANINGS, OUTCOMES } from './outcome.ts';

/** How a measure's values are turned into colours. */
export type ScaleKind = 'linear' | 'logarithmic' | 'diverging' | 'labels';

export interface Measure {
  readonly id: keyof Measured;
  readonly title: string;
  /** Unicode, for colour bars: what the number is. */
  readonly symbol: string;
  /** Empty for a pure number. */
  readonly unit: string;
  readonly doc: string;
  readonly scale: ScaleKind;
}

/** Every measure, in the order of its column in the results of both engines. */
export const MEASURES: readonly Measure[] = [
  {
    id: 'distance',
    title: 'final distance',
    symbol: '|θ(T)|',
    unit: '',
    doc: 'distance of θ from the equilibrium at the horizon',
    scale: 'logarithmic',
  },
  {
    id: 'amplitude',
    title: 'amplitude',
    symbol: 'max |θ|',
    unit: '',
    doc: 'largest |θ| over the last quarter of the horizon',
    scale: 'logarithmic',
  },
  {
    id: 'rate',
    title: 'rate',
    symbol: 'd ln|θ|/dt',
    unit: '1/time',
    doc: 'growth rate of the amplitude, ln(A₄/A₃)/(T/4): negative where θ decays, 0 on a closed orbit',
    scale: 'diverging',
  },
  {
    id: 'settle',
    title: 'settling time',
    symbol: 't(|θ| < ε)',
    unit: 'time',
    doc: 'first time after which |θ| stays under ε up to the horizon; never: Infinity',
    scale: 'linear',
  },
  {
    id: 'turns',
    title: 'turns',
    symbol: 'turns of θ',
    unit: 'turns',
    doc: 'signed turns of θ around 0, counter-clockwise positive; of (θ₁, φ₁) in one dimension',
    scale: 'diverging',
  },
  {
    id: 'ema',
    title: 'distance of the average',
    symbol: '|EMA θ|',
    unit: '',
    doc: 'distance of the exponential moving average of θ from the equilibrium at the horizon',
    scale: 'logarithmic',
  },
  {
    id: 'outcome',
    title: 'outcome',
    symbol: 'outcome',
    unit: '',
    doc: OUTCOMES.map((outcome) => `${outcome}: ${OUTCOME_MEANINGS[outcome]}`).join('; '),
    scale: 'labels',
  },
];
