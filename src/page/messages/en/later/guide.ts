/** The walk through the article’s argument. */
export const guide = {
  'guide.article': 'Su Jianlin’s article',
  'guide.previous': 'Previous step (←)',
  'guide.next': 'Next step (→)',
  'guide.close': 'Close the guide (Esc)',
  'guide.start': 'Start the guide',
  'guide.intro.title':
    'Most GANs circle around the solution. One small change makes training converge.',
  'guide.intro.dirac':
    'The smallest GAN is the Dirac GAN: the real data is one point at 0, the generator’s fake sample is one point θ, and the discriminator is a line D(x) = φ·x of slope φ that tells them apart; training moves φ and θ together.',
  'guide.intro.why':
    'Training succeeds where θ comes to rest at 0: fake is then real. Where θ circles instead, it never settles however long one trains, and the moment at which one stops decides what one gets. The map colours each start by how training ends from there: its basins of attraction.',
  'guide.intro.tiles':
    'Here φ and θ have two coordinates each. Each dot is one training run in the plane of θ, all started together; the point in the middle is the real data. WGAN-GP’s penalty pulls the slope |φ| to c: with c = 0 (like L2 or R1 on the discriminator) it damps φ, the more the larger its weight λ. That is the change. Press a picture to open it.',
  'guide.intro.circles': 'circles for ever',
  'guide.intro.converges': 'converges',
  'guide.intro.explore': 'Explore by yourself',
  'guide.intro.drawing':
    'A line with the real point at 0 and the fake point θ, which move under the discriminator’s slope φ',
  'guide.intro.real': 'real: 0',
  'guide.intro.fake': 'fake: θ',
  'guide.intro.slope': 'discriminator: slope φ',
  'guide.onward.gallery': 'All models side by side',
  'guide.onward.steps': 'What large learning rates do',
  'guide.onward.own': 'Two basins, and your own sliders',
  'guide.onward.title': 'And now:',
  'guide.steps.setting.title': 'Two players, four numbers',
  'guide.steps.setting.text':
    'The real data is one point at 0, the generator’s sample is θ, and the discriminator is φ·x: training is how φ and θ move. Each point of the map is a start, blue or orange by the sense in which θ circles from there; each particle of the flow is one training run in its start’s colour.',
  'guide.steps.nsGan.title': 'The original GAN circles',
  'guide.steps.nsGan.text':
    'Near the equilibrium nothing pulls inwards: the linearisation is a centre, on which θ circles for ever, as in Su Jianlin’s article. Nonlinear terms move it slowly, not to 0 but to the circle of radius √|L|, with L = φ₁θ₂ − φ₂θ₁ conserved: the map shows how wide the orbit of each start is.',
  'guide.steps.wgan.title': 'WGAN with a unit norm circles too',
  'guide.steps.wgan.text':
    'A discriminator of norm 1 gives the loss no hold on |φ|: it can only turn φ. So θ circles the equilibrium and never reaches it.',
  'guide.steps.penalty1.title': 'Penalty centred at 1: a circle again',
  'guide.steps.penalty1.text':
    'WGAN-GP asks for |φ| = 1, while at the equilibrium φ has to be 0. So every start with L ≠ 0 ends on the circle |θ| = |φ| = 1, turning by the sign of L: the map’s two colours.',
  'guide.steps.penalty0.title': 'Penalty centred at 0: it converges',
  'guide.steps.penalty0.text':
    'With c = 0 the penalty damps φ, and the flow is linear with the eigenvalues −λ ± √(λ²−1). Every start converges, so the whole map has one label, and fastest at λ = 1: try it with the slider.',
  'guide.steps.ganQp.title': 'GAN-QP circles as well',
  'guide.steps.ganQp.text':
    'Its quadratic term takes energy, but it leaves L as it was. So every start ends on a circle of radius √|L|, and only L = 0 reaches the equilibrium.',
  'guide.steps.l2.title': 'L2 on the discriminator restores convergence',
  'guide.steps.l2.text':
    'The term −μφ lets L decay as well, and GAN-QP converges. In the Dirac GAN it is the same term as the zero-centred gradient penalty.',
  'guide.steps.ema.title': 'Or average: EMA finds the centre',
  'guide.steps.ema.text':
    'The weights still circle, but their moving average lies close to the centre if its memory is long against a turn and short against the horizon. The map shows how far the average is from 0.',
  'guide.steps.planes.title': 'Which settings converge: a map over parameters',
  'guide.steps.planes.text':
    'Axes may be parameters: every pixel trains the GAN from the same start with its own L2 and generator’s rate, and the colour says how fast it converges. The line is theory, the critical damping of the linearisation, and the cross-hair is the place whose flow is shown: drag it.',
  'guide.steps.ensembles.title': 'From how many initial conditions: an ensemble',
  'guide.steps.ensembles.text':
    'R3GAN by simultaneous steps, over L2 (μ = 2γ) and learning rate: behind every pixel are 16 initial conditions, and the colour is the share of them that converges. It is 1 or 0, but beside the line of theory, which is local: around μ = 1 it stands up to a learning rate of 4, yet beyond 3 none converges.',
  'guide.steps.diagrams.title': 'How it is lost: a diagram',
  'guide.steps.diagrams.text':
    'The learning rate of alternating steps runs across, and upwards is where training is in the last quarter of the horizon. From 2 on more and more starts run off, as the shares beneath show, though the linearisation holds them up to 4.',
} as const;
