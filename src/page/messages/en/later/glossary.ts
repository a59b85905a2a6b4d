/** Every symbol, measure and label in a line. */
export const glossary = {
  'glossary.groups.notation': 'Symbols',
  'glossary.groups.measures': 'Measures: what the map shows',
  'glossary.groups.labels': 'Labels: how training ends',
  'glossary.notation.theta':
    'the generator: where its one fake sample lies; the real data lies at 0',
  'glossary.notation.phi': 'the discriminator: the slope of D(x) = φ·x',
  'glossary.notation.logit':
    'what the discriminator says of the fake sample, before its activation',
  'glossary.notation.angularMomentum':
    'the angular momentum of training: many models never change it, and where it is not 0 they cannot reach the equilibrium',
  'glossary.notation.energy':
    'the energy: half the squared distance from the equilibrium in all four numbers',
  'glossary.notation.equilibrium':
    'the equilibrium: fake is real, and the discriminator cannot tell them apart',
  'glossary.notation.horizon':
    'the horizon: how long every start is followed; measures are taken at T',
  'glossary.notation.epsilon': 'distance of θ from 0 that counts as there',
  'glossary.notation.step':
    'the step: of a flow a matter of accuracy, of a training rule its learning rate',
  'glossary.notation.lambda':
    'the strength of a model’s penalty, which pulls the discriminator’s slope |φ| to c; with c = 0 it damps the circling. In GAN-QP the width of the quadratic potential. No exponent, which is Λ',
  'glossary.notation.mu': 'the strength of L2 on the discriminator',
  'glossary.notation.ema':
    'the exponential moving average of the weights, which generators are often sampled from; nearer to 1, β remembers longer',
  'glossary.notation.eigenvalues':
    'eigenvalues of the linearised training at the equilibrium: negative real parts pull inwards, imaginary parts turn',
  'glossary.notation.multipliers':
    'size of an eigenvalue of one whole step of a training rule: below 1 it pulls inwards',
  'glossary.measures.distance': 'how far θ is from 0 at T',
  'glossary.measures.amplitude':
    'the largest |θ| in the last quarter of the horizon: the size of the orbit that training ends on',
  'glossary.measures.rate': 'how fast the amplitude grows; negative: it decays, 0: a closed orbit',
  'glossary.measures.settle': 'the time after which |θ| stays under ε',
  'glossary.measures.rest': 'the time after which nothing moves any more, wherever that is',
  'glossary.measures.turns': 'how often θ circles 0 until T, counter-clockwise positive',
  'glossary.measures.ema': 'how far the moving average of θ is from 0 at T',
  'glossary.measures.lyapunov':
    'Λ: the rate at which neighbouring trajectories part; positive and lasting: chaos; unknown where WGAN’s path passes too close to 0 for its tangents to be computed',
  'glossary.measures.difference':
    'the final distance less that of the continuous flow: what finite steps do',
  'glossary.measures.outcome':
    'how training ends, as a label; the initial conditions that end alike are a basin of attraction',
  'glossary.measures.evidence':
    'how far what was seen is from what would take the label away: 0 nothing, 1 a lot',
  'glossary.measures.basin':
    'which of several equilibria a start ends at, each in a colour of its own',
  'glossary.labels.converged': 'θ stayed within ε of 0',
  'glossary.labels.converging': 'θ decays towards 0 and is not there yet',
  'glossary.labels.orbiting': 'θ circles and comes no nearer',
  'glossary.labels.growing': 'θ grows without end',
  'glossary.labels.stuck': 'at rest away from 0: a false equilibrium, or vanished gradients',
  'glossary.labels.diverged': 'left every bound',
  'glossary.labels.undecided': 'T is too short or h too large to tell',
  'glossary.labels.chaotic': 'bounded, and neighbours part exponentially',
  'glossary.labels.bounded': 'stays between two radii, neither steady nor shown to be chaotic',
  'glossary.labels.noisy': 'a stationary cloud, kept up by noise',
} as const;
