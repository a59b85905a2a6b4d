/** The list of a game's equilibria. */
export const equilibria = {
  'equilibria.count':
    '{count, plural, =0 {No equilibrium was found} one {An equilibrium} other {# equilibria}}',
  'equilibria.curve': 'The equilibria are a curve.',
  'equilibria.multipliers': 'multipliers {values}',
  'equilibria.makeTarget': 'make it the target of distance, labels and linearisation',
  'equilibria.mark': '{kind}: make it the target',
  'equilibria.isTarget': 'the target of distance, labels and linearisation',
  'equilibria.elsewhere': 'The target is ({state}).',
  'equilibria.backToZero': 'Back to 0',
} as const;
