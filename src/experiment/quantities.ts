import { logistic, norm } from '../models/model.ts';
import { angularMomentum, logit } from '../models/state.ts';

/** What can be drawn of a trace over time. */
export interface Quantity {
  readonly id: string;
  /** Unicode. */
  readonly symbol: string;
  /** What it is, in a few words. */
  readonly title: string;
  /** It takes both signs, so that it has no logarithm. */
  readonly signed: boolean;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly symbol: string;
  /** @param s one sample of a trace: the state, then its moving average */
  of(s: ArrayLike<number>): number;
}

/** Named in `QUANTITIES` like the others, and taken from two traces: see `differenceOf` in trace-series.ts. */
export const DIFFERENCE = 'difference';

export const QUANTITIES: readonly Quantity[] = [
  quantity('length', '|θ|', 'distance of θ', (s) => norm(s[2]!, s[3]!)),
  quantity('ema', '|EMA of θ|', 'distance of the moving average', (s) => norm(s[6]!, s[7]!)),
  {
    id: 'theta',
    symbol: 'θ',
    title: 'generator',
    signed: true,
    parts: [
      { symbol: 'θ₁', of: (s) => s[2]! },
      { symbol: 'θ₂', of: (s) => s[3]! },
    ],
  },
  {
    id: 'phi',
    symbol: 'φ',
    title: 'discriminator',
    signed: true,
    parts: [
      { symbol: 'φ₁', of: (s) => s[0]! },
      { symbol: 'φ₂', of: (s) => s[1]! },
    ],
  },
  quantity('output', 'σ(u)', 'discriminator’s output', (s) => logistic(logit(s))),
  { ...quantity('logit', 'u = φ·θ', 'discriminator’s logit', logit), signed: true },
  { ...quantity('momentum', 'L', 'angular momentum', angularMomentum), signed: true },
  quantity('energy', 'E', 'energy', (s) => (norm(s[0]!, s[1]!) ** 2 + norm(s[2]!, s[3]!) ** 2) / 2),
  quantity(DIFFERENCE, '|Δ|', 'float32 from float64', () => NaN),
];

function quantity(id: string, symbol: string, title: string, of: Part['of']): Quantity {
  return { id, symbol, title, signed: false, parts: [{ symbol, of }] };
}
