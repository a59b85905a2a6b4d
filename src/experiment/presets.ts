/** An experiment worth opening, as a link's query. */
export interface Preset {
  readonly id: string;
  readonly group: 'article' | 'ganfield';
  readonly title: string;
  /** What to look at, in a sentence. */
  readonly text: string;
  readonly query: string;
}

/** The article's plots: theta plane, its initial state, its horizons; the window of its axes. */
function article(model: string, time: number, reach: number, more = ''): string {
  const window = `x=theta1:${-reach}:${reach}&y=theta2:${-reach}:${reach}`;
  return `model=${model}&time=${time}&${window}&hold=0.1,0.2,0.2,0.1&starts=0.1,0.2,0.2,0.1${more}`;
}

export const PRESETS: readonly Preset[] = [
  {
    id: 'article-ns-gan',
    group: 'article',
    title: 'GAN',
    text: 'The non-saturating GAN circles its equilibrium.',
    query: article('ns-gan', 100, 0.4),
  },
  {
    id: 'article-wgan',
    group: 'article',
    title: 'WGAN',
    text: 'With a unit-norm discriminator it circles as well.',
    // |phi| = 0.22 makes the flow stiff: a quarter of the usual step.
    query: article('wgan', 10, 0.4, '&step=0.015625'),
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
    query: article('wgan-gp', 40, 1.2, '&lambda=0.1&c=1'),
  },
  {
    id: 'article-gan-qp',
    group: 'article',
    title: 'GAN-QP',
    text: 'The quadratic potential circles too.',
    query: article('gan-qp', 40, 0.4, '&lambda=1'),
  },
  {
    id: 'article-gan-qp-l2',
    group: 'article',
    title: 'GAN-QP with L2',
    text: 'L2 on the discriminator heals it.',
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
    text: 'With the fake label 0 all of φ = 0 is at rest: θ stops far from home.',
    query: 'model=lsgan&a=0&g=1&time=60&measure=outcome&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
];

/** What a page shows that was opened without a link. */
export const FIRST_PRESET = 'two-basins';
