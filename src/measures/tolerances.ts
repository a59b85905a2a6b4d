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
   * Largest strain (see `Advance`) of a step that counts as resolved: 0.1 is w h = 0.74 for a
   * rotation, where one RK4 step is wrong by (w h)^5/120 = 0.2%.
   */
  strain: 0.1,

  /**
   * Largest damping by the method itself over the whole path, in natural logarithms: 10%. Above
   * it, decay on the screen may be the method's and not the model's.
   */
  damping: 0.1,

  /**
   * RK4 damps a rotation by (w h)^6/144 a step; as strain is (w h)^3/4, that is strain^2 * 16/144.
   */
  dampingPerStrain2: 16 / 144,

  /**
   * Change of ln(amplitude) from the third to the last quarter that counts as none: 1%, well above
   * what sampling a maximum at h = 1/16 loses, (w h)^2/8 = 0.05%.
   */
  flat: 0.01,

  /**
   * What sampling a maximum once a step may lose, (w h)^2/8 at either end, from the root mean
   * square strain: (4 strain)^(2/3) / 4.
   */
  samplingFactor: 0.25,

  /** A `flat` widened beyond this by coarse steps no longer tells circling from decay. */
  flatLimit: 0.05,

  /**
   * Turning points of |theta| in the second half of the horizon that make its envelope known: two
   * swings, one for each quarter. None at all means |theta| is monotone, which needs no envelope.
   */
  swings: 4,

  /** Turns of theta in the second half that make a steady radius an orbit. */
  turns: 1,

  /**
   * On the way to 0, |L| <= |phi| |theta| has to fall as |theta|^2 does. Where ln|L| falls by less
   * than this share of the fall of ln|theta|, an eighth of that, L holds theta off 0.
   */
  momentum: 0.25,

  /**
   * A decay to 0, or a growth for ever, keeps its slope in ln|theta| against ln t (power law) or
   * steepens (exponential); one that ends at a radius flattens. Below this share of the former
   * slope it flattens.
   */
  slope: 0.8,

  /**
   * At rest: at its present speed the state would move less than this share of its size in another
   * quarter of the horizon.
   */
  rest: 0.01,

  /** And the speed still falls, by at least this factor a quarter … */
  restDecay: 0.5,

  /** … or has reached float32's rounding of the field, relative to the state's size. */
  restFloor: 1e-6,

  /** A squared strain that is not finite, or above this, counts as this: sums still fit float32. */
  strain2Cap: 1e18,

  /** Amplitudes are floored here, where float32 squares underflow. */
  floor: 1e-18,
} as const;
