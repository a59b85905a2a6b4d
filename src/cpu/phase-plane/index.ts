/** What is marked on a phase plane: equilibria, and what is switched on of the field around them. */
import type { Experiment } from '../../experiment/experiment.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import type { Equilibrium } from '../../experiment/equilibrium/kind.ts';
import { equilibriaNow } from '../../experiment/equilibrium/numbered.ts';
import type { PhasePlane } from '../../experiment/theory/phase-plane.ts';
import type { State } from '../../models/state.ts';
import { equilibriumAt } from '../equilibrium-kind.ts';
import { fieldVectorsOf } from './field-vectors.ts';
import { nullclinesOf } from './nullclines.ts';
import { separatricesOf } from './separatrices.ts';

/** What a figure of the experiment marks on its phase plane. */
export function phasePortraitOf(experiment: Experiment): {
  readonly equilibria: readonly Equilibrium[];
  readonly phasePlane: PhasePlane;
} {
  const states = showsEquilibria(experiment) ? equilibriaNow(experiment).states : [];
  return {
    equilibria: states.map((state) => equilibriumAt(experiment, state)),
    phasePlane: phasePlaneOf(experiment, states),
  };
}

/** What is switched on of an experiment's phase plane. @param equilibria the saddles among them have separatrices */
export function phasePlaneOf(experiment: Experiment, equilibria: readonly State[]): PhasePlane {
  const isOn = (tool: string) => experiment.values[tool] === true;
  return {
    vectors: isOn('vectors') ? fieldVectorsOf(experiment) : [],
    nullclines: isOn('nullclines') ? nullclinesOf(experiment) : [],
    separatrices: isOn('separatrices') ? separatricesOf(experiment, equilibria) : [],
  };
}
