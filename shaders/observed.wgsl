// What was seen of one trajectory in the end: all that its measures and its label are computed from.

struct Observed {
  // Its start as it was given, and where it set out: turned to the first axis, put back into the allowed set.
  given: vec4f,
  start: vec4f,
  state: vec4f,
  // ln|t| of the tangents at the quarters' ends; 0 where none are followed.
  tangentGrowth: vec4f,
  first: Quarter,
  second: Quarter,
  third: Quarter,
  last: Quarter,
  emaTheta: vec2f,
  // The times since when |theta| is below eps, and since when nothing moves; INFINITE where it does not hold.
  settledAt: f32,
  restsSince: f32,
  turns: f32,
  turnsAtHalf: f32,
  errorRatioSquared: f32,
  errorRatioSquaredSum: f32,
  lyapunov: f32,
  // Turning points of |theta| since T/2.
  extremaCount: u32,
  // 1 or 0.
  bounded: u32,
  // 1: L was lost in rounding, 2: and has come back.
  angularMomentumLost: u32,
}
