/** In the order shown. */
export const PRESET_GROUPS = ['article', 'ganfield', 'rules', 'parameters', 'games'] as const;

/** An experiment worth opening, as a link's query. */
export interface Preset {
  readonly id: string;
  readonly group: (typeof PRESET_GROUPS)[number];
  readonly title: string;
  /** What to look at, in a sentence. */
  readonly text: string;
  readonly query: string;
  /** Where it comes from, of a paper's game. */
  readonly source?: string;
}

/** The article's plots: theta plane, its initial state, its horizons; the viewport of its axes. */
function article(model: string, time: number, halfWidth: number, more = ''): string {
  const viewport = `x=theta1:${-halfWidth}:${halfWidth}&y=theta2:${-halfWidth}:${halfWidth}`;
  return `model=${model}&time=${time}&${viewport}&hold=0.1,0.2,0.2,0.1&starts=0.1,0.2,0.2,0.1${more}`;
}

/** One dimension, where alternating steps are an area-preserving map of the plane. */
const CHAOS =
  'model=saturating-gan&method=altgd&step=2&time=600&x=theta1:-2.4:2.4&y=phi1:-2.4:2.4&hold=0,0,0,0&starts=0,0,0.2,0;0,0,1.2,0';

/** The bilinear game: phi' = -theta, theta' = phi. */
const BILINEAR = 'model=f-gan&divergence=reverse-kl&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4';

export const PRESETS: readonly Preset[] = [
  {
    id: 'article-ns-gan',
    group: 'article',
    title: 'GAN',
    text: 'The non-saturating GAN circles its equilibrium.',
    query: article('ns-gan', 100, 0.4, '&measure=amplitude'),
  },
  {
    id: 'article-wgan',
    group: 'article',
    title: 'WGAN',
    text: 'With a unit-norm discriminator it circles as well.',
    // |phi| = 0.22 makes the flow stiff: a quarter of the usual step.
    query: article('wgan', 10, 0.4, '&step=0.015625&measure=amplitude'),
  },
  {
    id: 'article-wgan-gp-0',
    group: 'article',
    title: 'WGAN-GP, c = 0',
    text: 'The zero-centred penalty converges.',
    query: article('wgan-gp', 40, 0.4, '&lambda=0.1&c=0'),
  },
  {
    id: 'article-wgan-gp-1',
    group: 'article',
    title: 'WGAN-GP, c = 1',
    text: 'The original penalty ends on a circle of radius 1.',
    query: article('wgan-gp', 40, 1.2, '&lambda=0.1&c=1&measure=turns'),
  },
  {
    id: 'article-gan-qp',
    group: 'article',
    title: 'GAN-QP',
    text: 'The quadratic potential circles too.',
    query: article('gan-qp', 40, 0.4, '&lambda=1&measure=amplitude'),
  },
  {
    id: 'article-gan-qp-l2',
    group: 'article',
    title: 'GAN-QP with L2',
    text: 'L2 on the discriminator restores convergence.',
    query: article('gan-qp', 70, 0.4, '&lambda=1&l2=0.1'),
  },
  {
    id: 'article-ema',
    group: 'article',
    title: 'GAN-QP with EMA',
    text: 'The weights circle; their moving average finds the centre.',
    query: article('gan-qp', 40, 0.4, '&lambda=1&measure=ema&emaBeta=0.99'),
  },
  {
    id: 'gan-qp-radius',
    group: 'ganfield',
    title: 'GAN-QP: where it ends',
    text: 'The final radius is √|L|: it is decided at the start, and only the line L = 0 reaches the equilibrium.',
    query: 'model=gan-qp&time=200&measure=distance&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'two-basins',
    group: 'ganfield',
    title: 'WGAN-GP: two basins',
    text: 'Every start ends on the circle |θ| = 1, turning by the sign of L.',
    query:
      'model=wgan-gp&lambda=0.25&c=1&time=40&measure=turns&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'ns-gan-rate',
    group: 'ganfield',
    title: 'GAN by its rate',
    text: 'Without regularisation almost no start decays by more than a creep.',
    query: 'model=ns-gan&time=60&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'ns-gan-l2-rate',
    group: 'ganfield',
    title: 'GAN with L2 by its rate',
    text: 'The same slice with L2 0.25: every start decays.',
    query: 'model=ns-gan&time=60&l2=0.25&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'lsgan-labels',
    group: 'ganfield',
    title: 'LSGAN with 0/1 labels',
    text: 'With the fake label 0 all of φ = 0 is at rest. Starts with L = 0 stop there; from every other start θ grows for ever, as t^(1/6).',
    query: 'model=lsgan&a=0&g=1&time=60&measure=outcome&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'altgd-islands',
    group: 'rules',
    title: 'AltGD: a leaking star',
    text: 'The flow circles for ever from every start. At a learning rate of 2, where a step is a sixth of a turn, alternating steps do so near the equilibrium only: the star around it leaks, and what escapes ends where the gradients vanish.',
    query: `${CHAOS}&measure=amplitude`,
  },
  {
    id: 'altgd-escape',
    group: 'rules',
    title: 'AltGD: times of escape',
    text: 'The same map by the time at which a start comes to rest for good: it has escaped, and its gradients have vanished. The islands never do.',
    query: `${CHAOS}&measure=rest`,
  },
  {
    id: 'altgd-chaos',
    group: 'rules',
    title: 'AltGD: chaos',
    text: 'The same map by its Lyapunov exponent over the horizon: dark where neighbours stay together, bright where they part before they escape. The chaos is transient: the exponent falls as 1/T.',
    query: `${CHAOS}&measure=lyapunov`,
  },
  {
    id: 'simgd-chaos',
    group: 'rules',
    title: 'GAN-QP by SimGD: chaos that lasts',
    text: 'One dimension, where the flow converges. At a learning rate of 1 simultaneous steps end on a chaotic attractor, whose Lyapunov exponent of about 0.05 does not fall with the horizon; starts around it diverge.',
    query:
      'model=gan-qp&method=simgd&step=1&time=2000&measure=outcome&x=theta1:-4:4&y=phi1:-4:4&hold=0,0,0,0&starts=0.9,0,-0.4,0',
  },
  {
    id: 'simgd-diverges',
    group: 'rules',
    title: 'SimGD: divergence',
    text: 'The flow circles, its E conserved; simultaneous steps add to E in every one, however small they are.',
    query:
      'model=saturating-gan&method=simgd&step=0.25&time=40&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'extragradient-converges',
    group: 'rules',
    title: 'Extragradient: home',
    text: 'On the bilinear game, WGAN without its norm, a look ahead contracts every orbit by √(1−h²+h⁴) a step.',
    query: `${BILINEAR}&method=extragradient&step=0.25&time=60&measure=outcome`,
  },
  {
    id: 'omd-converges',
    group: 'rules',
    title: 'OMD: home',
    text: 'The same game with optimism: the last gradient in place of a look ahead does as well.',
    query: `${BILINEAR}&method=omd&step=0.25&time=60&measure=outcome`,
  },
  {
    id: 'negative-momentum',
    group: 'rules',
    title: 'Negative momentum',
    text: 'Alternating steps keep the orbit; a momentum of −0.5 against each move lets them converge, where a positive one drives them out.',
    query: `${BILINEAR}&method=momentum&alternating=true&beta=-0.5&step=0.25&time=60&measure=rate`,
  },
  {
    id: 'adam',
    group: 'rules',
    title: 'Adam',
    text: 'Steps of about h whatever the gradient: less the flow’s distance, blue where Adam is nearer to 0 and orange where it is farther.',
    query:
      'model=ns-gan&method=adam&step=0.0625&time=40&measure=difference&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'parameters-ns-gan',
    group: 'parameters',
    title: 'GAN: L2 and learning rates',
    text: 'How fast every pair of L2 and the generator’s rate converges: fastest along the line of critical damping, μ = √(rate G : rate D).',
    query: 'model=ns-gan&l2=0.5&x=l2:0:2&y=rateG:0.1:4:log&time=60&measure=rate',
  },
  {
    id: 'parameters-wgan-gp',
    group: 'parameters',
    title: 'WGAN-GP: λ and c',
    text: 'Only c = 0 converges: any other c ends on a circle of that radius, late where λ is small.',
    query: 'model=wgan-gp&lambda=0.5&x=lambda:0.02:2:log&y=c:0:1.5&time=60&measure=amplitude',
  },
  {
    id: 'parameters-altgd',
    group: 'parameters',
    title: 'AltGD: learning rate and L2',
    text: 'L2 lets alternating steps converge up to a learning rate where a multiplier of the step reaches −1; beyond the line nothing does.',
    query:
      'model=ns-gan&method=altgd&step=0.5&l2=0.5&x=step:0.05:4:log&y=l2:0:2&time=100&measure=outcome',
  },
  {
    id: 'parameters-momentum',
    group: 'parameters',
    title: 'Momentum: β and learning rate',
    text: 'On the bilinear game alternating steps converge for negative β alone, up to a learning rate of 2(1+β).',
    query: `${BILINEAR}&method=momentum&alternating=true&beta=-0.5&step=0.25&x=beta:-0.9:0.9&y=step:0.05:2.5&time=60&measure=rate`,
  },
  {
    id: 'parameters-momentum-simultaneous',
    group: 'parameters',
    title: 'Momentum, both players at once',
    text: 'The same game with simultaneous steps: no β and no learning rate brings it home; a negative β only slows how it runs off.',
    query: `${BILINEAR}&method=momentum&beta=-0.5&step=0.25&x=beta:-0.9:0.9&y=step:0.05:2.5&time=60&measure=rate`,
  },
  {
    id: 'parameters-r3gan',
    group: 'parameters',
    title: 'R3GAN: penalty and learning rate',
    text: 'R1 and R2 of weight γ each are L2 of μ = 2γ here. Simultaneous steps converge up to a learning rate of about 4μ, beyond critical damping at γ = 1/2 up to where a multiplier of the step reaches −1.',
    query:
      'model=ns-gan&method=simgd&step=0.2&l2=1&x=l2:0:2&y=step:0.05:4:log&time=200&measure=outcome&hold=0.2,0.1,0.1,0.2&starts=0.2,0.1,0.1,0.2',
  },
  {
    id: 'parameters-adam',
    group: 'parameters',
    title: 'Adam: learning rate and β₁ of G',
    text: 'How wide Adam swings at last: its steps do not shrink with the gradient, so it has no Jacobian at the equilibrium, and no line of theory.',
    query:
      'model=ns-gan&method=adam&step=0.02&x=step:0.003:0.3:log&y=beta1G:0:0.9&time=40&measure=amplitude&hold=0.5,0.3,0,0.2&starts=0.5,0.3,0,0.2',
  },
  {
    id: 'diagram-altgd',
    group: 'parameters',
    title: 'AltGD: orbits over the learning rate',
    text: 'Where alternating steps end at each learning rate: around the equilibrium, but from 2 on more and more starts run off, all of them well before 4, up to which the linearisation holds them.',
    query:
      'model=ns-gan&method=altgd&step=2&time=1000&x=theta1:-4:4&y=phi1:-4:4&ensemble=32;phi1:-1:1,theta1:-1:1&diagram=step:0.5:4;theta1&hold=0,0,0,0&starts=0,0,0.4,0',
  },
  {
    id: 'diagram-wgan-gp',
    group: 'parameters',
    title: 'WGAN-GP with L2: its circle over λ',
    text: 'Every start ends on a circle, late where λ is small. The penalty would hold it at c, L2 pulls it in to 2λc : (2λ + μ).',
    query:
      'model=wgan-gp&lambda=0.2&c=1&l2=0.05&time=60&ensemble=16;phi1:-2:2,phi2:-2:2,theta1:-2:2,theta2:-2:2&diagram=lambda:0.01:2:log;theta-length&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
];

/** What a page shows that was opened without a link. */
export const FIRST_PRESET = 'two-basins';
