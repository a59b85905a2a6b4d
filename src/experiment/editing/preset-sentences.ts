/** What to look at in each preset, in a sentence; apart from the presets, as only their menu shows it. */
import { PAPER_GAMES } from '../../game/papers.ts';
import { message, type Message } from '../../models/message.ts';
import type { Preset } from '../presets.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  'article-ns-gan': 'The non-saturating GAN circles its equilibrium.',
  'article-wgan': 'With a unit-norm discriminator it circles as well.',
  'article-wgan-gp-0': 'The zero-centred penalty converges.',
  'article-wgan-gp-1': 'The original penalty ends on a circle of radius 1.',
  'article-gan-qp': 'The quadratic potential circles too.',
  'article-gan-qp-l2': 'L2 on the discriminator restores convergence.',
  'article-ema': 'The weights circle; their moving average finds the centre.',
  'gan-qp-radius':
    'The final radius is √|L|: it is decided at the start, and only the line L = 0 reaches the equilibrium.',
  'two-basins': 'Every start ends on the circle |θ| = 1, turning by the sign of L.',
  'ns-gan-rate': 'Without regularisation almost no start decays by more than a creep.',
  'ns-gan-l2-rate': 'The same slice with L2 0.25: every start decays.',
  'lsgan-labels':
    'With the fake label 0 all of φ = 0 is at rest. Starts with L = 0 stop there; from every other start θ grows for ever, as t^(1/6).',
  'altgd-islands':
    'The flow circles for ever from every start. At a learning rate of 2, where a step is a sixth of a turn, alternating steps do so near the equilibrium only: the star around it leaks, and what escapes ends where the gradients vanish.',
  'altgd-escape':
    'The same map by the time at which a start comes to rest for good: it has escaped, and its gradients have vanished. The islands never do.',
  'altgd-chaos':
    'The same map by its Lyapunov exponent over the horizon: dark where neighbours stay together, bright where they part before they escape. The chaos is transient: the exponent falls as 1/T.',
  'simgd-chaos':
    'One dimension, where the flow converges. At a learning rate of 1 simultaneous steps end on a chaotic attractor, whose Lyapunov exponent of about 0.05 does not fall with the horizon; starts around it diverge.',
  'simgd-diverges':
    'The flow circles, its E conserved; simultaneous steps add to E in every one, however small they are.',
  'extragradient-converges':
    'On the bilinear game, WGAN without its norm, a look ahead contracts every orbit by √(1−h²+h⁴) a step.',
  'omd-converges':
    'The same game with optimism: the last gradient in place of a look ahead does as well.',
  'negative-momentum':
    'Alternating steps keep the orbit; a momentum of −0.5 against each move lets them converge, where a positive one drives them out.',
  adam: 'Steps of about h whatever the gradient: less the flow’s distance, blue where Adam is nearer to 0 and orange where it is farther.',
  'parameters-ns-gan':
    'How fast every pair of L2 and the generator’s rate converges: fastest along the line of critical damping, μ = √(rate G : rate D).',
  'parameters-wgan-gp':
    'Only c = 0 converges: any other c ends on a circle of that radius, late where λ is small.',
  'parameters-altgd':
    'L2 lets alternating steps converge up to a learning rate where a multiplier of the step reaches −1; beyond the line nothing does.',
  'parameters-momentum':
    'On the bilinear game alternating steps converge for negative β alone, up to a learning rate of 2(1+β).',
  'parameters-momentum-simultaneous':
    'The same game with simultaneous steps: no β and no learning rate brings it home; a negative β only slows how it runs off.',
  'parameters-r3gan':
    'R1 and R2 of weight γ each are L2 of μ = 2γ here. Simultaneous steps converge up to a learning rate of about 4μ, beyond critical damping at γ = 1/2 up to where a multiplier of the step reaches −1.',
  'parameters-r3gan-starts':
    'From how many of 16 initial conditions it converges: all or none, but beside the line of theory, which is local. Around μ = 2γ = 1 it stands up to a learning rate of 4, yet beyond 3 none converges.',
  'parameters-adam':
    'How wide Adam swings at last: its steps do not shrink with the gradient, so it has no Jacobian at the equilibrium, and no line of theory.',
  'diagram-altgd':
    'Where alternating steps end at each learning rate: around the equilibrium, but from 2 on more and more starts run off, all of them well before 4, up to which the linearisation holds them.',
  'diagram-wgan-gp':
    'Every start ends on a circle, late where λ is small. The penalty would hold it at c, L2 pulls it in to 2λc : (2λ + μ).',
  ...Object.fromEntries(PAPER_GAMES.map(({ id, see }) => [`game-${id}`, see])),
};

export function presetSentence({ id }: Pick<Preset, 'id'>): Message {
  return message(`preset.${id}.text`, SENTENCES[id]!);
}
