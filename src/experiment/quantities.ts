import { logistic } from '../models/model.ts';
import { norm } from '../models/norms.ts';
import { angularMomentum, logit } from '../models/state.ts';

/** What can be drawn of a trajectory over time. */
export interface Quantity {
  readonly id: string;
  /** Unicode. */
  readonly symbol: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** The axis that suits it; what takes both signs has no logarithm. */
  readonly scale: 'signed' | 'linear' | 'logarithmic';
  readonly parts: readonly Part[];
}

export interface Part {
  readonly symbol: string;
  /** @param s one sample of a trajectory: the state, then its moving average */
  of(s: ArrayLike<number>): number;
}

/** Computed from two trajectories: see `trajectoryDistance` in trajectory-series.ts. */
export const DIFFERENCE = 'difference';

export const QUANTITIES: readonly Quantity[] = [
  quantity('length', '|θ|', 'distance of θ', 'logarithmic', (s) => norm(s[2]!, s[3]!)),
  quantity('ema', '|EMA θ|', 'distance of the moving average', 'logarithmic', (s) =>
    norm(s[6]!, s[7]!),
  ),
  {
    id: 'theta',
    symbol: 'θ',
    title: 'generator’s parameters',
    scale: 'signed',
    parts: [
      { symbol: 'θ₁', of: (s) => s[2]! },
      { symbol: 'θ₂', of: (s) => s[3]! },
    ],
  },
  {
    id: 'phi',
    symbol: 'φ',
    title: 'discriminator’s parameters',
    scale: 'signed',
    parts: [
      { symbol: 'φ₁', of: (s) => s[0]! },
      { symbol: 'φ₂', of: (s) => s[1]! },
    ],
  },
  quantity('output', 'σ(u)', 'discriminator’s output', 'linear', (s) => logistic(logit(s))),
  quantity('logit', 'u', 'discriminator’s logit', 'signed', logit),
  quantity('momentum', 'L', 'angular momentum', 'signed', angularMomentum),
  quantity(
    'energy',
    'E',
    'energy',
    'linear',
    (s) => (norm(s[0]!, s[1]!) ** 2 + norm(s[2]!, s[3]!) ** 2) / 2,
  ),
  quantity(DIFFERENCE, '|Δ|', 'float32 from float64', 'logarithmic', () => NaN),
];

function quantity(
  id: string,
  symbol: string,
  title: string,
  scale: Quantity['scale'],
  of: Part['of'],
): Quantity {
  return { id, symbol, title, scale, parts: [{ symbol, of }] };
}
