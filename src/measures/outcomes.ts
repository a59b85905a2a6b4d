/** The labels, in the order of their codes in the shaders. */
export const OUTCOMES = [
  'converged',
  'converging',
  'orbiting',
  'growing',
  'stuck',
  'diverged',
  'undecided',
  'chaotic',
  'bounded',
  'noisy',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** What each label claims, in a sentence. */
export const OUTCOME_MEANINGS: Readonly<Record<Outcome, string>> = {
  converged: 'θ stayed within ε of the equilibrium over the last quarter of the horizon',
  converging: 'θ clearly decays towards 0 and is not there yet',
  orbiting: 'θ circles: bounded, and either steady or kept from 0 by its angular momentum L',
  growing: 'θ grows without end, as it is seen to or as every step of the rule adds to it',
  stuck: 'at rest with θ not 0: a false equilibrium, or gradients that have vanished',
  diverged: 'left every bound, or still grows far away',
  undecided: 'neither the step nor the horizon can tell',
  chaotic: 'bounded, and nearby starts part exponentially all along',
  bounded: 'stays between two radii, neither steady nor shown to be chaotic',
  noisy: 'a stationary cloud, kept up by the noise',
};
