/** What is marked on a phase plane: equilibria, and what is switched on of the field around them. */
import type { Experiment } from '../../experiment/experiment.ts';
import { showsEquilibria } from '../../experiment/ensemble/ensemble.ts';
import { equilibriaKey, equilibriaNow } from '../../experiment/equilibrium/numbered.ts';
import type { PhasePlane, PhasePortrait } from '../../experiment/theory/phase-plane.ts';
import type { State } from '../../models/state.ts';
import { equilibriumAt } from '../equilibrium-kind.ts';
import { fieldVectorsOf } from './field-vectors.ts';
import { nullclinesOf } from './nullclines.ts';
import { separatricesOf } from './separatrices.ts';

/** What a figure of the experiment marks on its phase plane. */
export function phasePortraitOf(experiment: Experiment): PhasePortrait {
  return phasePortraitsOf([experiment])[0]!;
}

/** The same of each map of a sheet; what several have in common is searched once. */
export function phasePortraitsOf(experiments: readonly Experiment[]): readonly PhasePortrait[] {
  const found = new Map<string, readonly State[]>();
  const statesOf = (experiment: Experiment) => {
    if (!showsEquilibria(experiment)) return [];
    const key = equilibriaKey(experiment);
    const states = found.get(key) ?? equilibriaNow(experiment).states;
    found.set(key, states);
    return states;
  };
  return experiments.map((experiment) => {
    const states = statesOf(experiment);
    return {
      equilibria: states.map((state) => equilibriumAt(experiment, state)),
      phasePlane: phasePlaneOf(experiment, states),
    };
  });
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
