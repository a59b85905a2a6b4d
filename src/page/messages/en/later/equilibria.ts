/** The list of a game's equilibria. */
export const equilibria = {
  'equilibria.count':
    '{count, plural, =0 {No equilibrium in the flow’s window} one {An equilibrium in the flow’s window} other {# equilibria in the flow’s window}}',
  'equilibria.curve': 'A curve of equilibria passes through the flow’s window.',
  'equilibria.kinds.sink': 'sink',
  'equilibria.kinds.source': 'source',
  'equilibria.kinds.saddle': 'saddle',
  'equilibria.kinds.centre': 'centre',
  'equilibria.kinds.degenerate': 'degenerate',
  'equilibria.multipliers': 'multipliers {values}',
  'equilibria.makeTarget': 'make it the target of distance, labels and linearisation',
  'equilibria.isTarget': 'the target of distance, labels and linearisation',
  'equilibria.elsewhere': 'The target is ({state}).',
  'equilibria.backToZero': 'Back to 0',
} as const;
