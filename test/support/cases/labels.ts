/** Labels that both engines give. */
import type { Outcome } from '../../../src/measures/outcomes.ts';
import type { Values } from '../../../src/models/parameter.ts';

type LabelCase = readonly [
  why: string,
  model: string,
  method: string,
  values: Values,
  start: readonly [number, number, number, number],
  outcome: Outcome,
];

/** Of starts where float32's rounding once decided. */
export const ROUNDED_LABELS: readonly LabelCase[] = [
  [
    // Both eigenvalues are real: L falls by twice as much as |phi| |theta|, to where it is rounding.
    'an L that is lost in rounding says nothing of a decay',
    'ns-gan',
    'altgd',
    { l2: 1.5, step: 0.1, time: 24 },
    [0.1, 0.2, 0.2, 0.1],
    'converging',
  ],
  [
    // Its gradients are linear, and what they are divided by is forgotten.
    'Adam bursts out of its only equilibrium',
    'wgan-div',
    'adam',
    { p: 2, time: 40 },
    [-0.14002514, -0.00570085, 0.05582891, 0.06921832],
    'bounded',
  ],
  [
    'nor is chaotic where float32 has no state as small as it comes to',
    'wgan-div',
    'adam',
    { p: 2, time: 400 },
    [0.0088545, -0.0615405, -0.02047362, -0.02001035],
    'bounded',
  ],
  [
    'Adam does not rest where two terms of a gradient cancel',
    'f-gan',
    'adam',
    { divergence: 'pearson', nonSaturating: false, time: 40 },
    [-1.53632724, -0.47581229, 1.53632724, 0.47581229],
    'bounded',
  ],
  [
    // At T = 1,600 |theta| is at most 10 and falls.
    'Adam does not grow where |phi| stays within a few steps of 0',
    'lsgan',
    'adam',
    { a: 0, time: 40 },
    [0.11290517, -0.31318244, 0.25728914, 0.30953905],
    'bounded',
  ],
  [
    // At |theta| = 9 a turn takes 56 units of time, its memory of squares 62.
    'Adam’s circle has grown as far as its memory lets it',
    'hinge-gan',
    'adam',
    { time: 400 },
    [0.05367039, 0.00644409, 0.03252771, 0.12125527],
    'bounded',
  ],
  [
    // a = b = 1 + u/2 is 0 on u = -2, where paths come to rest once E is above 2.
    'steps do not multiply L where a factor of the field is 0',
    'f-gan',
    'simgd',
    { divergence: 'pearson', nonSaturating: false, time: 400 },
    [0.1, 0.2, 0.2, 0.1],
    'stuck',
  ],
  [
    'a spiral that wobbles grows',
    'f-gan',
    'momentum',
    { divergence: 'kl', nonSaturating: true, time: 35 },
    [-0.01665151, -0.08834543, 0.0623, -0.041],
    'growing',
  ],
  [
    'steps of one length have met their ring',
    'wgan',
    'extragradient',
    { time: 40 },
    [0.11491501, 0.55069703, -0.19847484, -1.13139272],
    'orbiting',
  ],
];

/** Of flows whose end a theorem knows, and no run of this length. */
export const THEOREM_LABELS: readonly LabelCase[] = [
  [
    'L2 shrinks |phi|, and theta with it',
    'wgan',
    'rk4',
    { l2: 0.1, time: 40 },
    [0.5, 0.3, 1.2, -0.4],
    'converging',
  ],
  [
    'and its turning gets faster than any step',
    'wgan',
    'dopri5',
    { l2: 0.1, time: 40 },
    [0.1, 0.2, 1.2, -0.4],
    'converging',
  ],
  [
    'by 2/3 of that rate at least',
    'wgan',
    'rk4',
    { l2: 0.1, time: 160 },
    [0.1, 0.2, 1.2, -0.4],
    'converged',
  ],
  [
    'on a line nothing turns phi',
    'wgan',
    'rk4',
    { l2: 0.1, time: 40 },
    [0.5, 0.25, 1, 0.5],
    'growing',
  ],
  [
    'E falls wherever phi is not 0',
    'wgan-div',
    'rk4',
    { time: 40 },
    [0.1, 0.2, -0.31, 0.4],
    'converging',
  ],
  ...['rk4', 'dopri5'].map((method): LabelCase => [
    'from far out at a rate of thousands',
    'wgan-div',
    method,
    { time: 40 },
    [1.899, -1.997, 1.916, -1.06],
    'converging',
  ]),
  // One long step at first, and short ones ever after, as of 20 in 400 starts of the box [-2, 2].
  ...[40, 400].map((time): LabelCase => [
    'E falls once the first steps have gone far round',
    'wgan-div',
    'altgd',
    { time },
    [-0.81, 0.97, 0.89, -1.13],
    'converging',
  ]),
  [
    'E falls, and too little to be seen',
    'wgan-div',
    'rk4',
    { time: 40 },
    [0.01, 0.015, 0.005, -0.02],
    'bounded',
  ],
  [
    '|phi| falls to 0, and L is kept',
    'lsgan',
    'rk4',
    { a: 0, time: 40 },
    [0.002591, -0.048435, -0.024092, -0.038365],
    'growing',
  ],
  [
    'L2 takes L as well',
    'lsgan',
    'rk4',
    { a: 0, l2: 0.5, time: 400 },
    [0.5, 0.3, 1.2, -0.4],
    'stuck',
  ],
  ...['rk4', 'dopri5'].map((method): LabelCase => [
    'E falls by 0.1% a quarter, and the largest |theta| by less than is seen of it',
    'wgan-div',
    method,
    { time: 40 },
    [0.05596, -0.01638, -0.005178, 0.07043],
    'converging',
  ]),
  [
    'alternating steps keep the orbits that the penalty damps',
    'wgan-div',
    'altgd',
    { time: 40 },
    [0.1446, 0.156, -0.3487, -0.385],
    'converging',
  ],
  ...['rk4', 'dopri5'].map((method): LabelCase => [
    'whatever rounding makes of L, the largest |theta| is |phi| at least, and that above eps',
    'wgan',
    method,
    { l2: 0.1, time: 40 },
    [0.09384, 1.516, 0.04365, 0.4767],
    'converging',
  ]),
  [
    'alternating steps fall onto a closed orbit of the inner piece, and keep it',
    'hinge-gan',
    'altgd',
    { time: 200 },
    [-1.644, 0, 0.0413, 0],
    'orbiting',
  ],
  [
    'all but on the circle that a theorem has',
    'wgan-gp',
    'rk4',
    { time: 20 },
    [0.1, 0.2, 0.2, 0.1],
    'orbiting',
  ],
];
