/**
 * Every number that decides a label, with its reason. The shaders get these same values as
 * constants from the linker.
 */
export const TOLERANCES = {
  /** A component beyond this has left every bound: a thousand times the largest slice one would draw, and far from float32's own overflow at 3e38. */
  bound: 1e4,

  /** What still grows beyond this has left as well: a hundred times the largest slice one would draw. The difference to `bound` shows how fast, not where to. */
  left: 1e3,

  /**
   * Largest error ratio of a step whose path is smooth: 0.2 is w h = 0.93 for a rotation, about seven
   * steps a turn. Beyond it a rule's states jump, and neither envelope nor speed say where they go.
   */
  errorRatio: 0.2,

  /** Largest damping by the method itself over the whole path, in natural logarithms: 10%. Above it, a decay may be the method's. */
  numericalDissipation: 0.1,

  /**
   * Change of ln(amplitude) from the third to the last quarter that counts as none: 0.2%, a hundred
   * times what float32 and RK4 at h = 1/16 change a closed orbit by in 1,000 units of time. Coarser
   * steps widen it, by the next tolerance and by their damping.
   */
  flat: 0.002,

  /**
   * What sampling a maximum once a step may lose, and so change the ratio of two: (w h)^2/8, from
   * the root mean square error ratio (4 error ratio)^(2/3) / 8.
   */
  samplingFactor: 0.125,

  /**
   * What sampling may lose is also bounded by how close to the true maximum some step comes: the
   * steps of a quarter lie around the orbit with gaps of at most three times their mean distance,
   * 2 pi over their number, unless they nearly repeat. Only for the claim that nothing changes.
   */
  gaps: 3,

  /**
   * Largest angle of a rule's steps, w h, at which orbits that the flow closes count as closed: 25 steps
   * a turn. Alternating steps of h = 0.5 on the saturating GAN, of 0.25 and more, break most of them up.
   */
  fine: 0.25,

  /** A `flat` widened beyond this, 5%, by coarse steps no longer separates circling from decay. */
  flatLimit: 0.05,

  /**
   * Turning points of |theta| in the second half of the horizon that make its envelope known: two
   * swings, one for each quarter. None at all means |theta| is monotone, which needs no envelope.
   */
  extremaCount: 4,

  /** Turning points that make known how that envelope changes from quarter to quarter: three swings. */
  extremaFollowed: 6,

  /**
   * Change of |theta|^2 in a step that counts as none, relative: a few roundings of float32. Without
   * it they are turning points of whatever is at rest.
   */
  ripple: 1e-6,

  /**
   * Turns of theta in the second half that make a steady radius an orbit, and a radius that changes
   * without turning points a spiral.
   */
  windingNumber: 1,

  /**
   * Where theta neither swings nor turns, it may be on one side of a single long swing. The horizon
   * has to be this many turns of the bilinear game at these learning rates: the slowest model
   * circles at 0.37 of that game's frequency (kl), and half of 0.74 turns holds a turning point.
   */
  periods: 2,

  /**
   * And where it comes to rest without a swing, the whole state has fallen: its reach (see
   * `Evidence`) to half of the former amplitude. A swing keeps its reach …
   */
  fallen: 0.5,

  /**
   * … and is fastest at 0, while on the way to rest the speed falls with |theta|: by at least this
   * share of the fall of ln|theta|.
   */
  slowing: 0.5,

  /**
   * And where it walks away without a swing, theta holds all but nothing of what the two players
   * can trade: its reach beyond |theta| is below 2%, |phi| below a fifth of |theta|.
   */
  fed: 1.02,

  /** A reach under this share of the former amplitude has fallen, whatever swings it is made of. */
  collapse: 0.1,

  /**
   * On the way to 0, |L| <= |phi| |theta| has to fall as |theta|^2 does. Where ln|L| falls by less
   * than this share of the fall of ln|theta|, an eighth of that, L holds theta off 0.
   */
  angularMomentum: 0.25,

  /**
   * No model turns L from one sign to the other. Where |L| falls below this share of |phi| |theta|,
   * rounding and the tolerance of an adaptive method decide what it is from there on …
   */
  angularMomentumLost: 1e-5,

  /** … and where it comes back to this share, the path after that is one of many, whose label is known only where |phi| is kept. */
  angularMomentumRegained: 1e-3,

  /**
   * An approach to a radius changes from quarter to quarter by a ratio that stays, or falls; a power
   * of time by one that rises, so that its distance from 1 shrinks to 0.7 of the one before where
   * the power begins at t = 0, and to less and less below 1 where it began before. Above this share
   * swings cannot tell the two apart …
   */
  persistence: 0.87,

  /** … where L = 0, from maximum to maximum, which are known better … */
  persistenceOfLines: 0.92,

  /** … and without a swing, where every state shows the amplitude. */
  persistenceOfSpirals: 0.96,

  /** Or the changes, as a geometric series, add up to this factor: they end at no radius near. */
  far: 20,

  /** Change of an amplitude in a quarter, 2%, that is enough to follow how it slows, or to be seen in coarse steps. */
  rise: 0.02,

  /** A decay to rest, and a rule's on a line, change their rate from quarter to quarter by less than this factor. */
  hastening: 1.5,

  /** What slows from quarter to quarter by more than this factor stops. */
  slowest: 0.55,

  /** L of a rule that multiplies it slows by less than this a quarter; on the way to a circle of its own by more. */
  spinning: 0.6,

  /** A length settles where its change halves from quarter to quarter … */
  settling: 0.5,

  /** … had fallen before as well … */
  settlingBefore: 0.75,

  /** … and has less than a tenth left to go, as a geometric series. */
  near: 0.1,

  /** Where a theorem has the radius, a change of less than this is left to go: of 35%. */
  closing: 0.3,

  /** A rule's growth has all but ended where a geometric series leaves less than this, 5%, of it. */
  remainder: 0.05,

  /** A rule's path that goes one way by less than this a quarter, 10%, still keeps between two radii … */
  slight: 0.1,

  /** … and one that comes and goes, within this factor of the two quarters before. */
  excursion: 1.5,

  /** … or this one over several memories of steps that keep their size: they burst out by chance, within their memory’s reach. */
  burst: 4,

  /** An inner radius below this share of the outer one is none: the path passes by 0. */
  annulus: 0.25,

  /** |L| of at least this share of the squared potential amplitude, where a circle has a half, is to grow with it. */
  spin: 0.05,

  /** |L| below this share of that is 0 as far as float32 can tell. */
  linear: 1e-6,

  /** Turns in the second half over which a rule's own widening of a circle shows: a hundredth of it a turn. */
  manyTurns: 20,

  /** Turns in the second half, all at one radius, after which a cycle that wandering steps have met is kept for good. */
  keptTurns: 100,

  /** Within this many steps of an equilibrium where the field does not vanish, steps wander: OMD’s within 6. */
  wandering: 8,

  /** A player that is within this many steps of 0, of steps that keep their size, goes to and fro by chance: that of lsgan with a = 0 within 25. */
  jitter: 32,

  /** |L| changes by rounding and by the method's error by less than this in a quarter: wgan-clip’s kinks by RK4 make a fifth of it. */
  drift: 1e-3,

  /** Changes of |theta| and of the whole state in a quarter below this are rounding; above, and all one way, a drift. */
  creep: 1e-5,

  /** Where the largest |theta| of a rule’s orbit grows by more than this in each quarter, it is not steady: altgd with h = 0.2 leaves by 3e-4. */
  widening: 1e-4,

  /** A rule's path on a line that changes by less than this share of the quarter before wanders: a power of time changes by 0.7 of it. */
  wander: 0.25,

  /** Changes that are this even are those of a rate of its own, of |phi| in wgan with L2 … */
  even: 0.9,

  /** … and that even, of an exponential decay: spirals towards a circle may seem even for a turn to 2% … */
  exponential: 0.995,

  /** … and this even where L falls by at least a fifth each quarter, which they do not keep up. */
  steepExponential: 0.97,

  /** The fall of L, in natural logarithms a quarter, beyond which `steepExponential` holds. */
  steep: 0.2,

  /** A fall of L beyond this many times what the radii may change by is no part of theirs. */
  fastest: 4,

  /** Where a step goes further than this, or E by more, no level set of E is known to be kept. */
  levelSet: 0.2,

  /** A stationary cloud's mean |theta|^2 changes by less than this share of what noise adds in a quarter. */
  spread: 0.25,

  /**
   * Learning rate times the bilinear game's frequency from which a rule's orbits may be chaotic. Below
   * it a rule follows its flow but for terms that fall as exp(-c/h) (Neishtadt 1984), and the flow's L
   * leaves it a plane, where no flow is chaotic. What jumps (hinge-gan) is no exception, but its chaos
   * grows with h, and below this is too slow for most horizons. Does not hold for steps of constant size.
   */
  coarseStep: 0.125,

  /**
   * And the horizon is this many times as long as the rule remembers gradients: of Adam's starts that part
   * exponentially for 1,000 steps, as long as its squares last, three of 33 no longer do so afterwards.
   */
  memories: 4,

  /**
   * Growth of ln|tangent| in each of the last three quarters that is exponential and lasts: a power p of
   * time adds p ln 2, p ln 1.5 and p ln 1.33 there, so that the last asks for p > 34. Of the starts of six
   * rules that grew by 4 to 10 over 1,000 steps, two of seven no longer did so afterwards.
   */
  parting: 10,

  /**
   * As much where steps keep their size: they burst out now and then, and what grows by 10 to 20 in a quarter,
   * as lsgan's with a = 0, may not grow at all in the next.
   */
  partingInBursts: 25,

  /**
   * The last growth is at least this share of the two before. Of a rate that falls as 1/T, where chaos
   * is transient, the last quarter has 0.42 of the second.
   */
  lasting: 0.65,

  /**
   * Growth of ln|tangent| over the second half beyond which a path is not among orbits that alternating steps
   * keep: those add ln 2, what creeps along their edge less than this.
   */
  partingOfOrbits: 3,

  /** Such orbits keep |theta| from quarter to quarter, or change it to and fro: one way by more than this they open. Of 4,382 starts of the saturating GAN at h from 1/4 to 2 that do neither, one leaves by 2 T. */
  opening: 1e-3,

  /** Steps after which float32 no longer knows the phase of orbits that a rule widens: of 81 starts of hellinger's saturating game at h = 1/16 that are flung out within 800 it has 3 off by 10% at T = 400, of 236 after 1,600 steps 86. */
  followed: 1000,

  /** Two maxima closer than this share of the horizon have no rate between them. */
  apart: 1 / 16,

  /** At rest: at its present speed the state would move less than this share of its size in another quarter of the horizon. */
  rest: 0.01,

  /** And the speed still falls, by at least this factor a quarter … */
  restDecay: 0.5,

  /** … or has reached float32's rounding of the field, relative to the state's size. */
  restFloor: 1e-6,

  /** At rest at an equilibrium within this share of the state's size: an approach as t^(-1/2), of speed d/(2t), is then within 8 times `rest`. */
  reached: 0.1,

  /** What has moved before is at rest where theta turns less than this in half the horizon: 1% of its size. */
  restTurns: 0.003,

  /** What Adam divides by falls by up to this factor, to its epsilon, until it has forgotten larger gradients. */
  forgotten: 1e8,

  /**
   * Gradients that steps divide by their size have vanished with |phi . theta| beyond this, as those of a
   * sigmoid have at 1e-13, and not by two terms that cancel, as at u = -2 of pearson: there rounding decides.
   */
  saturated: 30,

  /** What has not moved by a rounding in this many horizons, at its present speed, has lost its gradients. */
  ahead: 20,

  /** A squared error ratio that is not finite, or above this, counts as this: sums still fit float32. */
  errorRatioSquaredCap: 1e18,
} as const;
