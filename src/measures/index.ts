import type { Measured } from './measured.ts';
import { OUTCOME_MEANINGS, OUTCOMES } from './outcomes.ts';

/** How a measure's values are turned into colours. */
export type ScaleKind = 'linear' | 'logarithmic' | 'diverging' | 'labels';

/**
 * A number per start. A new one is a line in `MEASURES`, its value in `Observer.measured`, and the same
 * in measured.wgsl and in the row that measure.wgsl writes. It is Infinity or NaN where the trajectory left
 * every bound, whichever is true of it.
 */
export interface Measure {
  /** Unique; in flags, links and the name of the column. */
  readonly id: keyof Measured | 'difference';
  readonly title: string;
  /** Unicode, for colour bars: what the number is. */
  readonly symbol: string;
  /** Empty for a pure number. */
  readonly unit: string;
  readonly doc: string;
  readonly scale: ScaleKind;
  /** From 0 to 1, and the more the better. */
  readonly fraction?: true;
  /** Infinity means that it never happens, not that the trajectory left every bound. */
  readonly never?: true;
  /**
   * What it costs beside the trajectory: the tangent map along it, how two tangents grow where they may
   * do so exponentially, or the flow from the same start.
   */
  readonly needs?: 'tangent map' | 'growth' | 'flow';
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
    title: 'time to stay within ε',
    symbol: 't(|θ| < ε)',
    unit: 'time',
    doc: 'first time after which |θ| stays under ε up to the horizon; never: Infinity',
    scale: 'linear',
    never: true,
  },
  {
    id: 'rest',
    title: 'time to rest',
    symbol: 't(|s′| < ε)',
    unit: 'time',
    doc: 'first time after which the state moves by less than ε in a unit of time up to the horizon, wherever it is: home, at a false equilibrium, or where gradients have vanished, which is the time of its escape; never: Infinity',
    scale: 'linear',
    never: true,
  },
  {
    id: 'turns',
    title: 'signed revolutions',
    symbol: 'revolutions of θ',
    unit: 'turns',
    doc: 'signed revolutions of θ around 0, counter-clockwise positive; of (θ₁, φ₁) in one dimension; in two with L = 0 θ stays on a line through 0: 0 on its first side, ½ in no sense on the other',
    scale: 'diverging',
  },
  {
    id: 'ema',
    title: 'distance of the EMA',
    symbol: '|EMA θ|',
    unit: '',
    doc: 'distance of the exponential moving average of θ from the equilibrium at the horizon',
    scale: 'logarithmic',
  },
  {
    id: 'lyapunov',
    title: 'Lyapunov exponent',
    // Not λ: that is a parameter of several models.
    symbol: 'Λ',
    unit: '1/time',
    doc: 'largest finite-time Lyapunov exponent: ln(|δs(T)|/|δs(0)|)/T, the largest over all directions of δs(0), in one dimension over those in it; positive where nearby starts part, as in chaos; falls to 0 as ln(T)/T on a neutral orbit',
    scale: 'diverging',
    needs: 'tangent map',
  },
  {
    id: 'difference',
    title: 'difference from the flow',
    symbol: 'Δ|θ(T)|',
    unit: '',
    doc: 'final distance less that of the flow from the same start (dopri5 with its default tolerances): what finite steps do that the differential equation does not',
    scale: 'diverging',
    needs: 'flow',
  },
  {
    id: 'outcome',
    title: 'outcome',
    symbol: 'outcome',
    unit: '',
    doc: OUTCOMES.map((outcome) => `${outcome}: ${OUTCOME_MEANINGS[outcome]}`).join('; '),
    scale: 'labels',
    needs: 'growth',
  },
  {
    id: 'evidence',
    title: 'strength of evidence',
    symbol: 'evidence',
    unit: '',
    doc: 'how safely the outcome’s label stands, 0 to 1: the changes of the last quarter and the swings and turns that were counted may all be off by this share of themselves, either way: 1/2 (1), 1/4 (0.8), 1/8 (0.6), … 1/64 (0)',
    scale: 'linear',
    fraction: true,
    needs: 'growth',
  },
];
