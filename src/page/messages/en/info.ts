/** The model’s formula and its eigenvalues. */
export const info = {
  'info.discriminator': 'discriminator',
  'info.generator': 'generator',
  'info.eigenvalues': 'Eigenvalues at the equilibrium',
  'info.multipliers': 'Multipliers of a step',
  'info.spectrum': '{what}: {values}: {stability}',
  'info.stable': 'stable',
  'info.neutral': 'neutrally stable (linearisation)',
  'info.unstable': 'unstable',
  'info.critical': 'critical damping at {symbol} = {value}',
  'info.belowCritical': 'below the critical learning rate {value}',
  'info.beyondCritical': 'beyond the critical learning rate {value}',
} as const;
