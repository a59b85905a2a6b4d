/** What each measure is, in a sentence: for lists of what can be chosen. */
import type { Measure } from './index.ts';
import { OUTCOME_MEANINGS, OUTCOMES } from './outcomes.ts';

export const MEASURE_DOCS: Readonly<Record<Measure['id'], string>> = {
  distance: 'distance of θ from the equilibrium at the horizon',
  amplitude: 'largest |θ| over the last quarter of the horizon',
  rate: 'growth rate of the amplitude, ln(A₄/A₃)/(T/4): negative where θ decays, 0 on a closed orbit',
  settle: 'first time after which |θ| stays under ε up to the horizon; never: Infinity',
  rest: 'first time after which the state moves by less than ε in a unit of time up to the horizon, wherever it is: home, at a false equilibrium, or where gradients have vanished, which is the time of its escape; never: Infinity',
  turns:
    'signed revolutions of θ around 0, counter-clockwise positive; of (θ₁, φ₁) in one dimension; in two with L = 0 θ stays on a line through 0: 0 on its first side, ½ in no sense on the other',
  ema: 'distance of the exponential moving average of θ from the equilibrium at the horizon',
  lyapunov:
    'largest finite-time Lyapunov exponent: ln(|δs(T)|/|δs(0)|)/T, the largest over all directions of δs(0), in one dimension over those in it; positive where nearby starts part, as in chaos; falls to 0 as ln(T)/T on a neutral orbit; NaN where WGAN’s path passes 0 so closely that the logarithm of what lies across φ is carried, along which no tangent is followed',
  difference:
    'final distance less that of the flow from the same start (dopri5 with its default tolerances): what finite steps do that the differential equation does not',
  outcome: OUTCOMES.map((outcome) => `${outcome}: ${OUTCOME_MEANINGS[outcome]}`).join('; '),
  evidence:
    'how safely the outcome’s label stands, 0 to 1: the changes of the last quarter and the swings and turns that were counted may all be off by this share of themselves, either way: 1/2 (1), 1/4 (0.8), 1/8 (0.6), … 1/64 (0)',
  basin:
    'which equilibrium a start ends at: its number in the order of `ganfield equilibria`, from 1; where it is `converged` or `converging` the target’s, where it is `stuck` that of the equilibrium at which it rests; 0: it ends at none of them, NaN: undecided',
};
