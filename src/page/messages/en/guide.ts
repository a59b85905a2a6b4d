/** The walk through the article’s argument. */
export const guide = {
  'guide.name': 'Guide',
  'guide.doc': 'the argument of the article in eight steps',
  'guide.place': '{step} / {of}',
  'guide.previous': 'Previous step (←)',
  'guide.next': 'Next step (→)',
  'guide.close': 'Close the guide (Esc)',
  'guide.invitation': 'New here? See in a minute where GAN training goes, and why.',
  'guide.start': 'Start the guide',
  'guide.dismiss': 'No guide',
  'guide.steps.setting.title': 'Two players, four numbers',
  'guide.steps.setting.text':
    'The real data is one point at 0, the generator’s sample is θ, and the discriminator is φ·x: training is how φ and θ move. Each point of the map is a start, coloured by where it leads; each particle of the flow is one training run in its start’s colour.',
  'guide.steps.nsGan.title': 'The original GAN circles',
  'guide.steps.nsGan.text':
    'Near the equilibrium nothing pulls inwards: the linearisation is a centre, on which θ circles for ever, as in the article. Nonlinear terms move it slowly, not to 0 but to the circle of radius √|L|, with L = φ₁θ₂ − φ₂θ₁ conserved.',
  'guide.steps.wgan.title': 'WGAN with a unit norm circles too',
  'guide.steps.wgan.text':
    'A discriminator of norm 1 gives the loss no hold on |φ|: it can only turn φ. So θ circles the equilibrium and never reaches it.',
  'guide.steps.penalty1.title': 'Penalty centred at 1: a circle again',
  'guide.steps.penalty1.text':
    'WGAN-GP asks for |φ| = 1, while at the equilibrium φ has to be 0. So every start with L ≠ 0 ends on the circle |θ| = |φ| = 1, turning by the sign of L.',
  'guide.steps.penalty0.title': 'Penalty centred at 0: it converges',
  'guide.steps.penalty0.text':
    'With c = 0 the penalty damps φ, and the flow is linear with the eigenvalues −λ ± √(λ²−1). Every start converges, fastest at λ = 1: try it with the slider.',
  'guide.steps.ganQp.title': 'GAN-QP circles as well',
  'guide.steps.ganQp.text':
    'Its quadratic term takes energy, but it leaves L as it was. So every start ends on a circle of radius √|L|, and only L = 0 reaches the equilibrium.',
  'guide.steps.l2.title': 'L2 on the discriminator restores convergence',
  'guide.steps.l2.text':
    'The term −μφ lets L decay as well, and GAN-QP converges. In the Dirac GAN it is the same term as the zero-centred gradient penalty.',
  'guide.steps.ema.title': 'Or average: EMA finds the centre',
  'guide.steps.ema.text':
    'The weights still circle, but their moving average lies close to the centre if its memory is long against a turn and short against the horizon. The map shows how far the average is from 0.',
} as const;
