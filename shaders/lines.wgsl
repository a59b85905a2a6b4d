// Starts with L = 0, which stay on a line through 0. Twin of src/models/lines.ts.

// What counts as L = 0, relative to |phi| |theta|: the roundings of both players' components and of the
// direction, in units of 2^-24.
const ROUNDING_OF_LINES = exp2(-21.0);

// The direction of theta, or of phi where theta is 0: of the line, for a start on one.
fn lineDirection(s: vec4f) -> vec2f {
  return unit(select(s.zw, s.xy, all(s.zw == vec2f(0.0))));
}

// Whether a start has two dimensions, but phi and theta lie on one line through 0, as far as rounding can
// tell, in a game where every direction is alike.
fn isOnLine(s: vec4f) -> bool {
  let planar = any(s.yw != vec2f(0.0));
  let across = abs(inner(unit(s.xy), perpendicular(lineDirection(s))));
  return ISOTROPIC & (noisy == 0u) & planar & (across <= ROUNDING_OF_LINES);
}

// The start of the one-dimensional game, where a start is on a line; the start itself elsewhere.
fn turnedToAxis(s: vec4f) -> vec4f {
  let d = lineDirection(s);
  return select(s, vec4f(dot(s.xy, d), 0.0, dot(s.zw, d), 0.0), isOnLine(s));
}

// A state of the one-dimensional game as that on the line of the start `s`, which was turned to the first axis.
fn alongLine(state: vec4f, s: vec4f) -> vec4f {
  let d = lineDirection(s);
  return vec4f(state.x * d, state.z * d);
}

// Turns of theta on a line that was turned to the first axis, where theta is not negative at first: half a
// turn, in no sense, where it is on the other side of 0 now.
fn turnsOnAxis(theta1: f32) -> f32 {
  return select(0.0, 0.5, theta1 < 0.0);
}
