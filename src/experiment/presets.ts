/** In the order shown. */
export const PRESET_GROUPS = ['article', 'ganfield', 'rules', 'parameters', 'games'] as const;

/** An experiment worth opening, as a link's query. */
export interface Preset {
  readonly id: string;
  readonly group: (typeof PRESET_GROUPS)[number];
  readonly title: string;
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
    query: article('ns-gan', 100, 0.4, '&measure=amplitude'),
  },
  {
    id: 'article-wgan',
    group: 'article',
    title: 'WGAN',
    // |phi| = 0.22 makes the flow stiff: a quarter of the usual step.
    query: article('wgan', 10, 0.4, '&step=0.015625&measure=amplitude'),
  },
  {
    id: 'article-wgan-gp-0',
    group: 'article',
    title: 'WGAN-GP, c = 0',
    query: article('wgan-gp', 40, 0.4, '&lambda=0.1&c=0'),
  },
  {
    id: 'article-wgan-gp-1',
    group: 'article',
    title: 'WGAN-GP, c = 1',
    query: article('wgan-gp', 40, 1.2, '&lambda=0.1&c=1&measure=turns'),
  },
  {
    id: 'article-gan-qp',
    group: 'article',
    title: 'GAN-QP',
    query: article('gan-qp', 40, 0.4, '&lambda=1&measure=amplitude'),
  },
  {
    id: 'article-gan-qp-l2',
    group: 'article',
    title: 'GAN-QP with L2',
    query: article('gan-qp', 70, 0.4, '&lambda=1&l2=0.1'),
  },
  {
    id: 'article-ema',
    group: 'article',
    title: 'GAN-QP with EMA',
    query: article('gan-qp', 40, 0.4, '&lambda=1&measure=ema&emaBeta=0.99'),
  },
  {
    id: 'gan-qp-radius',
    group: 'ganfield',
    title: 'GAN-QP: where it ends',
    query: 'model=gan-qp&time=200&measure=distance&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'two-basins',
    group: 'ganfield',
    title: 'WGAN-GP: two basins',
    query:
      'model=wgan-gp&lambda=0.25&c=1&time=40&measure=turns&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'ns-gan-rate',
    group: 'ganfield',
    title: 'GAN by its rate',
    query: 'model=ns-gan&time=60&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'ns-gan-l2-rate',
    group: 'ganfield',
    title: 'GAN with L2 by its rate',
    query: 'model=ns-gan&time=60&l2=0.25&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'lsgan-labels',
    group: 'ganfield',
    title: 'LSGAN with 0/1 labels',
    query: 'model=lsgan&a=0&g=1&time=60&measure=outcome&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'altgd-islands',
    group: 'rules',
    title: 'AltGD: a leaking star',
    query: `${CHAOS}&measure=amplitude`,
  },
  {
    id: 'altgd-escape',
    group: 'rules',
    title: 'AltGD: times of escape',
    query: `${CHAOS}&measure=rest`,
  },
  {
    id: 'altgd-chaos',
    group: 'rules',
    title: 'AltGD: chaos',
    query: `${CHAOS}&measure=lyapunov`,
  },
  {
    id: 'simgd-chaos',
    group: 'rules',
    title: 'GAN-QP by SimGD: chaos that lasts',
    query:
      'model=gan-qp&method=simgd&step=1&time=2000&measure=outcome&x=theta1:-4:4&y=phi1:-4:4&hold=0,0,0,0&starts=0.9,0,-0.4,0',
  },
  {
    id: 'simgd-diverges',
    group: 'rules',
    title: 'SimGD: divergence',
    query:
      'model=saturating-gan&method=simgd&step=0.25&time=40&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'extragradient-converges',
    group: 'rules',
    title: 'Extragradient: home',
    query: `${BILINEAR}&method=extragradient&step=0.25&time=60&measure=outcome`,
  },
  {
    id: 'omd-converges',
    group: 'rules',
    title: 'OMD: home',
    query: `${BILINEAR}&method=omd&step=0.25&time=60&measure=outcome`,
  },
  {
    id: 'negative-momentum',
    group: 'rules',
    title: 'Negative momentum',
    query: `${BILINEAR}&method=momentum&alternating=true&beta=-0.5&step=0.25&time=60&measure=rate`,
  },
  {
    id: 'adam',
    group: 'rules',
    title: 'Adam',
    query:
      'model=ns-gan&method=adam&step=0.0625&time=40&measure=difference&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'parameters-ns-gan',
    group: 'parameters',
    title: 'GAN: L2 and learning rates',
    query: 'model=ns-gan&l2=0.5&x=l2:0:2&y=rateG:0.1:4:log&time=60&measure=rate',
  },
  {
    id: 'parameters-wgan-gp',
    group: 'parameters',
    title: 'WGAN-GP: λ and c',
    query: 'model=wgan-gp&lambda=0.5&x=lambda:0.02:2:log&y=c:0:1.5&time=60&measure=amplitude',
  },
  {
    id: 'parameters-altgd',
    group: 'parameters',
    title: 'AltGD: learning rate and L2',
    query:
      'model=ns-gan&method=altgd&step=0.5&l2=0.5&x=step:0.05:4:log&y=l2:0:2&time=100&measure=outcome',
  },
  {
    id: 'parameters-momentum',
    group: 'parameters',
    title: 'Momentum: β and learning rate',
    query: `${BILINEAR}&method=momentum&alternating=true&beta=-0.5&step=0.25&x=beta:-0.9:0.9&y=step:0.05:2.5&time=60&measure=rate`,
  },
  {
    id: 'parameters-momentum-simultaneous',
    group: 'parameters',
    title: 'Momentum, both players at once',
    query: `${BILINEAR}&method=momentum&beta=-0.5&step=0.25&x=beta:-0.9:0.9&y=step:0.05:2.5&time=60&measure=rate`,
  },
  {
    id: 'parameters-r3gan',
    group: 'parameters',
    title: 'R3GAN: penalty and learning rate',
    query:
      'model=ns-gan&method=simgd&step=0.2&l2=1&x=l2:0:2&y=step:0.05:4:log&time=200&measure=outcome&hold=0.2,0.1,0.1,0.2&starts=0.2,0.1,0.1,0.2',
  },
  {
    id: 'parameters-r3gan-starts',
    group: 'parameters',
    title: 'R3GAN over many starts',
    query:
      'model=ns-gan&method=simgd&step=0.2&l2=1&x=l2:0:2&y=step:0.1:4:log&time=100&measure=share.converged&ensemble=16;phi1:-2:2,phi2:-2:2,theta1:-2:2,theta2:-2:2',
  },
  {
    id: 'parameters-adam',
    group: 'parameters',
    title: 'Adam: learning rate and β₁ of G',
    query:
      'model=ns-gan&method=adam&step=0.02&x=step:0.003:0.3:log&y=beta1G:0:0.9&time=40&measure=amplitude&hold=0.5,0.3,0,0.2&starts=0.5,0.3,0,0.2',
  },
  {
    id: 'diagram-altgd',
    group: 'parameters',
    title: 'AltGD: orbits over the learning rate',
    query:
      'model=ns-gan&method=altgd&step=2&time=1000&x=theta1:-4:4&y=phi1:-4:4&ensemble=32;phi1:-1:1,theta1:-1:1&diagram=step:0.5:4;theta1&hold=0,0,0,0&starts=0,0,0.4,0',
  },
  {
    id: 'diagram-wgan-gp',
    group: 'parameters',
    title: 'WGAN-GP with L2: its circle over λ',
    query:
      'model=wgan-gp&lambda=0.2&c=1&l2=0.05&time=60&ensemble=16;phi1:-2:2,phi2:-2:2,theta1:-2:2,theta2:-2:2&diagram=lambda:0.01:2:log;theta-length&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
];

/** What a page shows that was opened without a link. */
export const FIRST_PRESET = 'two-basins';
