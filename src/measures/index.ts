import type { Measured } from './measured.ts';

/** How a measure's values are turned into colours. */
export type ScaleKind = 'linear' | 'logarithmic' | 'diverging' | 'labels' | 'basins';

/**
 * A number per start. A new one is a line in `MEASURES`, one in docs.ts, its value in `Observer.measured`, and the same
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
  readonly scale: ScaleKind;
  /** From 0 to 1, and the more the better. */
  readonly fraction?: true;
  /** Infinity means that it never happens, not that the trajectory left every bound. */
  readonly never?: true;
  /**
   * What it costs beside the trajectory: the tangent map along it, how two tangents grow where they may
   * do so exponentially, the flow from the same start, or the field's equilibria, which are found where
   * somebody asks for the measure by name.
   */
  readonly needs?: 'tangent map' | 'growth' | 'flow' | 'equilibria';
}

/** Every measure, in the order of its column in the results of both engines. */
export const MEASURES: readonly Measure[] = [
  {
    id: 'distance',
    title: 'final distance',
    symbol: '|θ(T)|',
    unit: '',
    scale: 'logarithmic',
  },
  {
    id: 'amplitude',
    title: 'amplitude',
    symbol: 'max |θ|',
    unit: '',
    scale: 'logarithmic',
  },
  {
    id: 'rate',
    title: 'rate',
    symbol: 'd ln|θ|/dt',
    unit: '1/time',
    scale: 'diverging',
  },
  {
    id: 'settle',
    title: 'time to stay within ε',
    symbol: 't(|θ| < ε)',
    unit: 'time',
    scale: 'linear',
    never: true,
  },
  {
    id: 'rest',
    title: 'time to rest',
    symbol: 't(|s′| < ε)',
    unit: 'time',
    scale: 'linear',
    never: true,
  },
  {
    id: 'turns',
    title: 'signed revolutions',
    symbol: 'revolutions of θ',
    unit: 'turns',
    scale: 'diverging',
  },
  {
    id: 'ema',
    title: 'distance of the EMA',
    symbol: '|EMA θ|',
    unit: '',
    scale: 'logarithmic',
  },
  {
    id: 'lyapunov',
    title: 'Lyapunov exponent',
    // Not λ: that is a parameter of several models.
    symbol: 'Λ',
    unit: '1/time',
    scale: 'diverging',
    needs: 'tangent map',
  },
  {
    id: 'difference',
    title: 'difference from the flow',
    symbol: 'Δ|θ(T)|',
    unit: '',
    scale: 'diverging',
    needs: 'flow',
  },
  {
    id: 'outcome',
    title: 'outcome',
    symbol: 'outcome',
    unit: '',
    scale: 'labels',
    needs: 'growth',
  },
  {
    id: 'evidence',
    title: 'strength of evidence',
    symbol: 'evidence',
    unit: '',
    scale: 'linear',
    fraction: true,
    needs: 'growth',
  },
  {
    id: 'basin',
    title: 'equilibrium reached',
    symbol: 'equilibrium',
    unit: '',
    scale: 'basins',
    needs: 'equilibria',
  },
];
