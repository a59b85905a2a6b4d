import { methodOf, modelOf } from '../parameters.ts';
import { numberOf, type Experiment } from '../experiment.ts';
import { gradientFieldOf } from '../../models/modifiers.ts';
import { isCorrected } from '../../models/modifiers/index.ts';
import { orbitsOf, type OrbitKind } from '../../models/orbits.ts';

/**
 * Which orbits an experiment's starts are on where they are `orbiting`, by theorem. Undefined where none
 * is known: under noise, under rules that neither keep L nor E, and of starts on lines through 0.
 */
export function orbitKindOf(experiment: Experiment): OrbitKind | undefined {
  const { method, values } = experiment;
  const noisy = numberOf(experiment, 'noise') > 0 || numberOf(experiment, 'gradientNoise') > 0;
  // Alternating steps keep L as the flow does, and close small orbits where it does.
  const follows = methodOf(method).kind === 'flow' || method === 'altgd';
  if (noisy || !follows) return undefined;
  const game = modelOf(experiment).game(values);
  if (isCorrected(values)) return undefined;
  if (game.limitCycle === true) return 'attracting';
  return game.project ? undefined : orbitsOf(gradientFieldOf(game, values));
}
