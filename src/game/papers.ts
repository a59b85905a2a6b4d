import type { GameSource } from './game-source.ts';

/** A game of a paper, by an id as short as a model's. */
export interface PaperGame {
  readonly id: string;
  readonly game: GameSource & { readonly title: string; readonly source: string };
  /** What is to be seen, in a sentence that test/game/papers.test.ts measures. */
  readonly see: string;
  /** Where it is seen, as a part of a link: horizon, measure, viewport and starts. */
  readonly view: string;
}

/** Hsieh's g(z) = z^2/4 - z^4/2 + z^6/6. */
const g = (z: string) => `${z}^2/4 - ${z}^4/2 + ${z}^6/6`;

/** Pethick's psi, which vanishes on the circles of radius 1 and 3/4. */
const psi = (z: string) => `a*${z}*(x^2 + y^2 - 1)*(16*(x^2 + y^2) - 9)/16`;

const polarGame = (a: number): PaperGame['game'] => ({
  title: `Polar game, a = ${a}`,
  source: 'Pethick et al. 2022, arXiv:2302.09831',
  field: { theta1: `-(${psi('x')} - y)`, phi1: `-(${psi('y')} + x)` },
  parameters: { a: { default: a, min: 0, max: 2, doc: 'how strongly the cycles hold' } },
});

const POLAR_VIEW =
  'time=40&measure=outcome&x=theta1:-1.5:1.5&y=phi1:-1.5:1.5&starts=0.7,0,0,0;0.8,0,0,0;1.4,0,0,0';

/** Letcher's part of both firms' losses in which either gains what the other loses. */
const MARKET = 'x*y + (y^4/(1 + x^2) - x^4/(1 + y^2))/4';

/** Grimmer's quartic, with minima at +-sqrt(5). */
const quartic = (z: string) => `(${z} + 3)*(${z} + 1)*(${z} - 1)*(${z} - 3)`;

/**
 * The mean of softplus over Gaussian noise of a sample, of standard deviation sigma in both directions, by
 * the hexagon of Gauss-Hermite nodes, which is exact for polynomials of degree 5 in the noise.
 */
function noisySoftplus(logit: string): string {
  const [along, across] = ['sigma*phi1', 'sqrt(3)*sigma*phi2'];
  const nodes = ['+', '-'].flatMap((sign) => [
    `${sign} 2*${along}`,
    `${sign} ${along} + ${across}`,
    `${sign} ${along} - ${across}`,
  ]);
  const sum = nodes.map((node) => `softplus(${logit} ${node})`).join(' + ');
  return `softplus(${logit})/2 + (${sum})/12`;
}

/**
 * Games of other papers on training dynamics and min-max optimisation. Those of one dimension live in
 * x = theta1, which descends, and y = phi1, which ascends.
 */
export const PAPER_GAMES: readonly PaperGame[] = [
  {
    id: 'bilinear',
    game: { title: 'Bilinear game', source: 'Mescheder et al. 2017', minMax: 'x*y' },
    see: 'Simultaneous steps spiral out, extragradient spirals in, and the flow circles.',
    view: 'time=40&measure=amplitude&starts=0.5,0,0.5,0;1.2,0,0,0',
  },
  {
    id: 'forsaken',
    game: {
      title: 'Forsaken',
      source: 'Hsieh, Mertikopoulos and Cevher 2021, arXiv:2006.09065',
      minMax: `x*(y - 0.45) + ${g('x')} - (${g('y')})`,
      target: [0.411_933_851_365_819_9, 0, 0.078_026_668_738_46, 0],
    },
    see: 'A repelling cycle parts starts that reach the equilibrium near (0.08, 0.41) from those that end on an attracting cycle around it.',
    view: 'time=200&measure=outcome&x=theta1:-1.6:1.6&y=phi1:-1.6:1.6&starts=0.6,0,0.2,0;1.4,0,0,0;-1.2,0,-1.2,0',
  },
  {
    id: 'almost-bilinear',
    game: {
      title: 'Almost bilinear game',
      source: 'Hsieh, Mertikopoulos and Cevher 2021, arXiv:2006.09065',
      minMax: 'x*y + epsilon*(y^2/2 - y^4/4)',
      parameters: {
        epsilon: { default: 0.01, min: 0, max: 1, doc: 'strength of what is not bilinear' },
      },
    },
    see: 'The equilibrium repels; every other start of the flow ends on a cycle, of radius √(4/3) for small ε.',
    view: 'time=800&measure=amplitude&starts=0.3,0,0.3,0;1.8,0,0,0',
  },
  {
    id: 'polar',
    game: polarGame(0.5),
    see: 'The flow falls to 0 from within radius ¾, a repelling cycle, and onto the cycle of radius 1 from without. Extragradient with steps of 0.1 comes home from both sides.',
    view: POLAR_VIEW,
  },
  {
    id: 'polar-1',
    game: polarGame(1),
    see: 'The flow’s cycles are those of a = ½, and hold harder: alternating steps of 0.1 stay around radius 1, extragradient still comes home.',
    view: `${POLAR_VIEW}&method=altgd&step=0.1&time=100`,
  },
  {
    id: 'polar-1.5',
    game: polarGame(1.5),
    see: 'Here extragradient with steps of 0.1 is caught as well, on a cycle of radius 0.94.',
    view: `${POLAR_VIEW}&method=extragradient&step=0.1&time=100`,
  },
  {
    id: 'cubic',
    game: {
      title: 'Cubic game',
      source: 'Vyas and Azizzadenesheli 2022',
      minMax: 'x^2*y + k*x*y',
    },
    see: 'Two equilibria, at x = 0 and x = −k, both centres of the flow; they meet and degenerate at k = 0.',
    view: 'time=40&measure=outcome&x=theta1:-2.5:1.5&y=phi1:-2:2&starts=0.2,0,0.2,0;0.2,0,-1.2,0',
  },
  {
    id: 'sn-gan',
    game: {
      title: 'SN-GAN',
      source: 'Miyato et al. 2018, arXiv:1802.05957',
      lossD: 'softplus(u/p)',
      lossG: 'softplus(-u/p)',
    },
    see: 'The flow keeps |φ|, as WGAN’s does, and has no Jacobian at 0.',
    view: 'time=40&measure=amplitude&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'dragan',
    game: {
      title: 'DRAGAN',
      source: 'Kodali et al. 2017, arXiv:1705.07215',
      lossD: 'softplus(u) + lambda*(p - 1)^2',
      lossG: 'softplus(-u)',
      parameters: { lambda: { default: 0.1, min: 0, max: 10, doc: 'strength of the penalty' } },
    },
    see: 'The penalty pushes |φ| towards 1: the field has no Jacobian at 0.',
    view: 'time=60&measure=turns&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'wgan-lp',
    game: {
      title: 'WGAN-LP',
      source: 'Petzka et al. 2018, arXiv:1709.08894',
      lossD: 'u + lambda*max(0, p - 1)^2',
      lossG: '-u',
      parameters: { lambda: { default: 0.1, min: 0, max: 10, doc: 'strength of the penalty' } },
    },
    see: 'Orbits with |φ| ≤ 1 are those of the bilinear game and close; wider ones shrink until they are.',
    view: 'time=60&measure=amplitude&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4;0.5,0.3,0.3,-0.2',
  },
  {
    id: 'r3gan',
    game: {
      title: 'R3GAN',
      source: 'Huang et al. 2024, arXiv:2501.05441',
      lossD: 'softplus(u) + gamma*p^2',
      lossG: 'softplus(-u)',
      parameters: {
        gamma: { default: 0.5, min: 0, max: 2, doc: 'weight of R1 and of R2 each' },
      },
    },
    see: 'Converges; fastest at γ = ½, where the eigenvalues at 0 meet.',
    view: 'time=40&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'instance-noise',
    game: {
      title: 'GAN with instance noise',
      source: 'Mescheder, Geiger and Nowozin 2018, arXiv:1801.04406',
      lossD: `${noisySoftplus('u')} + ${noisySoftplus('0')}`,
      lossG: noisySoftplus('-u'),
      parameters: {
        sigma: { default: 0.7, min: 0, max: 2, doc: 'standard deviation of the noise' },
      },
    },
    see: 'Noise on real and fake samples makes the GAN converge, at the rate σ²/4 near 0 up to σ = √2, where the eigenvalues meet.',
    view: 'time=60&measure=rate&hold=0.5,0.3,0,0&starts=0.5,0.3,1.2,-0.4',
  },
  {
    id: 'market',
    game: {
      title: 'Market of two firms',
      source: 'Letcher 2021, arXiv:2005.12649',
      lossD: `y^6/6 - y^2/2 - (${MARKET})`,
      lossG: `x^6/6 - x^2/2 + ${MARKET}`,
    },
    see: 'Both losses are coercive, and the only equilibrium is a strict maximum of both: it repels, and training ends on a cycle around it.',
    view: 'time=60&measure=amplitude&x=theta1:-1.8:1.8&y=phi1:-1.8:1.8&starts=0.1,0,0.1,0;1.5,0,1.2,0',
  },
  {
    id: 'coercive',
    game: {
      title: 'Coercive zero-sum game',
      source: 'Letcher 2021, arXiv:2005.12649',
      minMax: 'x*y - x^2/2 + y^2/2 + x^4/4 - y^4/4',
    },
    see: 'No reasonable rule can converge: simultaneous and alternating steps, extragradient and optimism all end on a cycle, as the flow does.',
    view: 'time=60&measure=amplitude&x=theta1:-1.45:1.45&y=phi1:-1.45:1.45&starts=0.1,0,0.1,0;1.3,0,1.3,0',
  },
  {
    id: 'ridge',
    game: {
      title: 'Ridge',
      source: 'Wang, Zhang and Ba 2020, arXiv:1910.07512',
      minMax: '(4*x^2 - (y - 3*x + x^3/20)^2 - y^4/10)*exp(-(x^2 + y^2)/100)',
    },
    see: 'At 0, a local minimax, y answers x along a ridge; yet it repels the flow and the usual rules, which end on a cycle around it.',
    view: 'time=60&measure=amplitude&x=theta1:-4:4&y=phi1:-4:4&step=0.02&starts=0.1,0,0.1,0;3,0,-3,0',
  },
  {
    id: 'interaction',
    game: {
      title: 'Interaction of two quartics',
      source: 'Grimmer, Lu, Worah and Mirrokni 2020, arXiv:2006.08667',
      minMax: `${quartic('x')} + A*x*y - ${quartic('y')}`,
      parameters: { A: { default: 1, min: 0, max: 100, doc: 'strength of the interaction' } },
    },
    see: 'Weakly coupled (A = 1) the players settle at one of four equilibria; at A = 10 these are gone, and every start ends on a cycle.',
    view: 'time=4&measure=basin&x=theta1:-3:3&y=phi1:-3:3&step=0.005&starts=0.1,0,0.1,0;-2,0,2.5,0',
  },
  {
    id: 'hidden-bilinear',
    game: {
      title: 'Hidden bilinear game',
      source: 'Flokas, Vlatakis-Gkaragkounis and Piliouras 2019, arXiv:1910.13010',
      minMax: '(sigmoid(x) - 1/2)*(sigmoid(y) - 1/2)',
    },
    see: 'Not convex, not concave, and yet every orbit of the flow closes: it keeps cosh x + cosh y. Simultaneous steps spiral out.',
    view: 'time=200&measure=amplitude&x=theta1:-4:4&y=phi1:-4:4&step=0.1&starts=1,0,0.5,0;2,0,2.5,0',
  },
];
