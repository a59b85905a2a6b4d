/** The model's formula and its eigenvalues. */
export const strip = {
  discriminator: 'discriminator',
  generator: 'generator',
  eigenvalues: 'Eigenvalues at the equilibrium',
  multipliers: 'Multipliers of a step',
  spectrum: (what: string, values: string, stability: string) => `${what}: ${values}: ${stability}`,
  stable: 'stable',
  neutral: 'neutral to first order',
  unstable: 'unstable',
  critical: (symbol: string, value: string) => `critical at ${symbol} = ${value}`,
  belowCritical: (value: string) => `below the critical learning rate ${value}`,
  beyondCritical: (value: string) => `beyond the critical learning rate ${value}`,
};
