import { methodOf } from '../experiment/parameters.ts';
import { equilibriaIn, MOST_EQUILIBRIA } from '../experiment/equilibrium/equilibria.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { State } from '../models/state.ts';
import type { Equilibrium, EquilibriumKind } from '../experiment/equilibrium/kind.ts';
import { ROUNDING, spectrumAround } from './linearisation.ts';

/**
 * An equilibrium by its eigenvalues, for a rule by its multipliers. `centre`: all turn and neither grow
 * nor decay; `degenerate`: one is 0 (a multiplier 1), or some neither grow nor decay beside others, and
 * the linearisation decides nothing.
 * @param state an equilibrium
 */
export function equilibriumAt(experiment: Experiment, state: State): Equilibrium {
  const isFlow = methodOf(experiment.method).kind === 'flow';
  const eigenvalues = spectrumAround(experiment, state) ?? [];
  const growths = eigenvalues.map(({ re, im }) => (isFlow ? re : Math.hypot(re, im) - 1));
  const isStill = eigenvalues.some(
    ({ re, im }) => Math.hypot(isFlow ? re : re - 1, im) <= ROUNDING,
  );
  return { state, eigenvalues, kind: kindOf(growths, isStill) };
}

function kindOf(growths: readonly number[], isStill: boolean): EquilibriumKind {
  const grows = growths.some((growth) => growth > ROUNDING);
  const decays = growths.some((growth) => growth < -ROUNDING);
  const isNeutral = growths.some((growth) => Math.abs(growth) <= ROUNDING);
  if (grows && decays && !isStill) return 'saddle';
  if (isNeutral || growths.length === 0) {
    return isStill || grows || decays || growths.length === 0 ? 'degenerate' : 'centre';
  }
  return grows ? 'source' : 'sink';
}

/** The equilibria of a game that a figure marks: those in the window of its flow, unless they are a curve. */
export function equilibriaInFigure(experiment: Experiment): readonly Equilibrium[] {
  if (!experiment.game) return [];
  const { x, y, hold } = experiment.slice;
  const box = { [x.component]: [x.min, x.max], [y.component]: [y.min, y.max] } as const;
  const states = equilibriaIn(experiment, box, hold);
  if (states.length >= MOST_EQUILIBRIA) return [];
  return states.map((state) => equilibriumAt(experiment, state));
}
