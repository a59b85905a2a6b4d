import { isCorrected } from '../../models/modifiers/index.ts';
import { declareMessages, fill, type Message } from '../../models/message.ts';
import { isSliceOneDimensional, type Experiment } from '../experiment.ts';
import { criticalOf, methodOf } from '../parameters.ts';
import { orbitKindOf } from './orbit-kind.ts';

/** What more or less of a parameter does, for somebody who sees its slider for the first time. */
export const EFFECTS = declareMessages('effect', {
  damps:
    'Damps the circling: near the equilibrium training spirals in faster up to {value} (critical damping), slower beyond (0: not at all).',
  overdamps: 'L2 alone damps at least critically: more of this makes training slower.',
  pullsToC: 'How hard the penalty pulls the discriminator’s slope |φ| to c (0: no penalty).',
  pullsToZero:
    'How hard the penalty pulls the discriminator’s slope |φ| to 0, harder where it is steep (0: no penalty).',
  shrinks: 'How hard L2 pulls the discriminator’s slope |φ| to 0 (0: not at all).',
  brakes: 'The smaller, the harder the quadratic term brakes.',
  brakesToCircle:
    'The smaller, the harder the quadratic term brakes; the circle on which training ends is the same.',
});

/** Of the parameters whose effect is said, those that a model declares by itself. */
export type StrengthName = 'lambda' | 'k';

/**
 * What a parameter does in the experiment's model at its present values.
 * @param name of a strength that the model has, or L2's
 */
export function effectOf(experiment: Experiment, name: StrengthName | 'l2'): Message {
  if (name === 'l2') return dampingBy(experiment, name) ?? EFFECTS.shrinks;
  if (name === 'k') return penalty(experiment, name, experiment.values['p'] === 2);
  if (experiment.model === 'wgan-gp')
    return penalty(experiment, name, experiment.values['c'] === 0);
  return orbitKindOf(experiment) === 'creeping' && !isSliceOneDimensional(experiment.slice)
    ? EFFECTS.brakesToCircle
    : EFFECTS.brakes;
}

/** @param isLinear whether the penalty is the square of the slope */
function penalty(experiment: Experiment, name: StrengthName, isLinear: boolean): Message {
  const pulls = name === 'k' ? EFFECTS.pullsToZero : EFFECTS.pullsToC;
  if (!isLinear || !isFlow(experiment) || isCorrected(experiment.values)) return pulls;
  return dampingBy(experiment, name) ?? EFFECTS.overdamps;
}

/** Where a parameter damps a flow to first order, at which value critically. */
function dampingBy(experiment: Experiment, name: string): Message | undefined {
  const critical = criticalOf(experiment, experiment.values);
  if (!isFlow(experiment) || critical?.parameter !== name) return undefined;
  const value = Number(critical.value.toPrecision(3));
  return value === 0 ? EFFECTS.overdamps : fill(EFFECTS.damps, { value });
}

/** A rule's steps have limits of their own. */
function isFlow({ method }: Experiment): boolean {
  return methodOf(method).kind === 'flow';
}
