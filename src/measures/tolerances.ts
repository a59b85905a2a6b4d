/**
 * Every number that decides a label, with its reason. The shaders get these same values as
 * constants from the linker.
 */
export const TOLERANCES = {
  /**
   * A component beyond this has left every bound: a thousand times the largest slice one would
   * draw, and far from float32's own overflow at 3e38.
   */
  bound: 1e4,

  /**
   * What still grows beyond this has left as well: a hundred times the largest slice one would draw.
   * The difference to `bound` tells how fast, not where to.
   */
  left: 1e3,

  /**
   * Largest error ratio of a step whose path is smooth: 0.2 is w h = 0.93 for a rotation, about seven
   * steps a turn. Beyond it a rule's states jump, and neither envelope nor speed say where they go.
   */
  errorRatio: 0.2,

  /**
   * Largest damping by the method itself over the whole path, in natural logarithms: 10%. Above
   * it, decay on the screen may be the method's and not the model's.
   */
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

  /** A `flat` widened beyond this, 5%, by coarse steps no longer tells circling from decay. */
  flatLimit: 0.05,

  /**
   * Turning points of |theta| in the second half of the horizon that make its envelope known: two
   * swings, one for each quarter. None at all means |theta| is monotone, which needs no envelope.
   */
  extremaCount: 4,

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

  /** … and where it comes back to this share, the path after that is one of many: wgan, small |phi|. */
  angularMomentumRegained: 1e-3,

  /**
   * A decay to 0 as t^(-1/2) or faster adds to A^-2 at a rate that does not fall, as t^(-1/4)
   * (wgan-div) at 0.77 of it from quarter to quarter; a decay to a radius at e^(-r T/4) of it. Growth
   * for ever, at t^(1/6) (lsgan) or faster, adds to A at 0.75 of the former rate or more. Below this
   * share it flattens.
   */
  persistence: 0.73,

  /** Two maxima closer than this share of the horizon have no rate between them. */
  apart: 1 / 16,

  /**
   * At rest: at its present speed the state would move less than this share of its size in another
   * quarter of the horizon.
   */
  rest: 0.01,

  /** And the speed still falls, by at least this factor a quarter … */
  restDecay: 0.5,

  /** … or has reached float32's rounding of the field, relative to the state's size. */
  restFloor: 1e-6,

  /** A squared error ratio that is not finite, or above this, counts as this: sums still fit float32. */
  errorRatioSquaredCap: 1e18,

  /** Amplitudes are floored here, where float32 squares underflow. */
  floor: 1e-18,
} as const;
