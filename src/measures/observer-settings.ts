import type { Convergence } from '../models/orbits.ts';
import type { VectorField } from '../models/modifiers.ts';
import type { Evidence, Writable } from './labels/evidence.ts';
import type { State } from '../models/state.ts';
import type { Schedule } from './schedule.ts';

/** What an `Observer` needs of an experiment. */
export interface ObserverSettings {
  readonly schedule: Schedule;
  /** The distance from 0 that counts as having settled. */
  readonly eps: number;
  readonly emaBeta: number;
  readonly rateD: number;
  readonly rateG: number;
  /** See `Evidence`. */
  readonly stepAtEquilibrium: number;
  /** See `Evidence`; by default none. */
  readonly leastDistance?: number;
  /** See `Evidence`; by default not. */
  readonly stepsWiden?: boolean;
  /** See `Evidence`; by default 0. */
  readonly widened?: number;
  /** See `Evidence`; by default not. */
  readonly limitCycle?: boolean;
  /** See `Evidence`; by default not. */
  readonly alwaysOrbits?: boolean;
  /** See `Evidence`; by default from nowhere. */
  readonly convergence?: Convergence;
  /** See `Evidence`; by default 0. */
  readonly decay?: number;
  /** See `Evidence`; by default not. */
  readonly alwaysGrows?: boolean;
  /** The model's box may take L from one sign to the other; by default none does. */
  readonly anisotropic?: boolean;
  readonly method: Evidence['method'];
  /** Variance that the noise adds to a component of the state in a unit of time; by default none. */
  readonly diffusion?: number;
  /** Whether the growth of tangents decides a label; by default not. */
  readonly mayBeChaotic?: boolean;
  /** Those that `basin` numbers, counted from the target; by default none. */
  readonly equilibria?: readonly State[];
  /** What a flow follows between two steps; where it is absent, states are those after steps alone. */
  readonly vectorField?: VectorField | undefined;
}

/** What is known beside the run where settings say nothing. */
const NOTHING_KNOWN = {
  leastDistance: 0,
  stepsWiden: false,
  widened: 0,
  limitCycle: false,
  alwaysOrbits: false,
  convergence: 'none',
  decay: 0,
  alwaysGrows: false,
  diffusion: 0,
} as const satisfies Partial<ObserverSettings>;

const TAU = 2 * Math.PI;

/**
 * Evidence of which only what settings say is filled in; one object for all trajectories, as copies of
 * so much would take longer than short trajectories do.
 * @param seen where the observer keeps states and quarters
 */
export function evidenceOf(
  settings: ObserverSettings,
  seen: Pick<Evidence, 'start' | 'state' | 'quarters'>,
): Writable<Evidence> {
  const { schedule, method, rateD, rateG, eps, stepAtEquilibrium } = settings;
  const known = { ...NOTHING_KNOWN, ...settings };
  return {
    ...seen,
    method,
    eps,
    stepAtEquilibrium,
    horizon: schedule.horizon,
    rates: rateG / rateD,
    period: TAU / Math.sqrt(rateD * rateG),
    leastDistance: known.leastDistance,
    stepsWiden: known.stepsWiden,
    widened: known.widened,
    limitCycle: known.limitCycle,
    alwaysOrbits: known.alwaysOrbits,
    convergence: known.convergence,
    decay: known.decay,
    alwaysGrows: known.alwaysGrows,
    diffusion: known.diffusion,
    bounded: true,
    angularMomentumRegained: false,
    errorRatioSquared: 0,
    errorRatioSquaredSum: 0,
    steps: 0,
    tangentGrowth: undefined,
    extremaCount: 0,
    windingNumber: 0,
  };
}
