/** How short lengths are told apart in one kind of number. */
export interface LengthRange {
  /**
   * Lengths are squared in units of 1/scale, a power of two, which rounds nothing: then the square of
   * `TOLERANCES.bound` still fits, with room for a sum of four, and that of `least` does not lose digits.
   */
  readonly scale: number;
  /**
   * Below this length nothing is known of it, and it is taken for this. The ratio of the bound to it is
   * still a number.
   */
  readonly least: number;
}

/** Of the cpu engine: (1e4 * 3e144)^2 = 1e297, and (1e-290 * 3e144)^2 = 1e-291. */
export const FLOAT64: LengthRange = { scale: 2 ** 480, least: 1e-290 };

/**
 * Of the shaders: (1e4 * 3e14)^2 = 8e36, and (1e-31 * 3e14)^2 = 8e-34, so that the square of one
 * component, which hardware may take for 0 below 1e-38, is no more than 1e-5 of it.
 */
export const FLOAT32: LengthRange = { scale: 2 ** 48, least: 1e-31 };
