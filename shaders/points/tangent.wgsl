// What a method moves is a Point: here the state and a tangent at it, so that a step of a method is
// also its own derivative. Takes the place of points/state.wgsl.
alias Point = mat2x4f;

// (v(s), Dv(s) t)
fn velocityOf(p: Point) -> Point {
  return Point(velocity(p[0]), tangentVelocity(p[0], p[1]));
}

// p, put back into the model's allowed set.
fn projected(p: Point) -> Point {
  return Point(project(p[0]), projectTangent(p[0], p[1]));
}

fn stateOf(p: Point) -> vec4f {
  return p[0];
}

// The state of trajectory number `which` of those that are abreast.
fn stateAt(p: Point, which: u32) -> vec4f {
  return p[0];
}

// At the states of the first and the last of those that are abreast: here the same one.
fn pointAt(first: vec4f, last: vec4f) -> Point {
  return Point(first, FIRST_TANGENT);
}

// A point whose tangent is 0.
fn constant(s: vec4f) -> Point {
  return Point(s, vec4f(0.0));
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: Point) -> Bits {
  return noiseKey(p[0]);
}

// p, its state moved by the noise of step number `step`, its tangent as it is.
fn shaken(p: Point, keys: Bits, step: u32, h: f32) -> Point {
  return Point(p[0] + noise(keys, step, h), p[1]);
}

// Each component times its own factor.
fn scaled(p: Point, factors: vec4f) -> Point {
  return Point(factors * p[0], factors * p[1]);
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: Point) -> Point {
  return Point(p[0] * p[0], 2.0 * p[0] * p[1]);
}

// The derivative of a root at 0 is left out.
fn root(p: Point) -> Point {
  let value = sqrt(p[0]);
  let positive = value > vec4f(0.0);
  return Point(value, select(vec4f(0.0), 0.5 * p[1] / select(vec4f(1.0), value, positive), positive));
}

fn quotient(p: Point, q: Point, c: f32) -> Point {
  let divisor = q[0] + c;
  let value = p[0] / divisor;
  return Point(value, (p[1] - value * q[1]) / divisor);
}

// Of the state: |s|^2, |theta|^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: Point) -> Number {
  return dot(p[0], p[0]);
}

fn thetaSquareOf(p: Point) -> Number {
  return dot(p[0].zw, p[0].zw);
}

fn momentumOf(p: Point) -> Number {
  return angularMomentum(p[0]);
}

fn phi1Of(p: Point) -> Number {
  return p[0].x;
}

fn phi2Of(p: Point) -> Number {
  return p[0].y;
}

fn theta1Of(p: Point) -> Number {
  return p[0].z;
}

fn theta2Of(p: Point) -> Number {
  return p[0].w;
}

fn isWithin(p: Point, bound: f32) -> Flag {
  return isStateWithin(p[0], bound);
}

// Brings the tangent back to a length of about 1 by a power of 2, which is exact, and counts it.
fn renormalise(motion: ptr<function, Motion>) {
  let tangent = (*motion).point[1];
  let exponent = i32((bitcast<u32>(dot(tangent, tangent)) >> 23u) & 0xffu);
  // No power where the square is 0, subnormal or not finite.
  let usable = exponent > 0 && exponent < 255;
  let power = select(0, (exponent - 127) >> 1u, usable);
  rescale(motion, bitcast<f32>(u32(127 - power) << 23u));
  (*motion).doublings += power;
}

// ln(|t(T)| / |t(0)|) / T
fn lyapunovOf(motion: Motion) -> f32 {
  let tangent = length(motion.point[1]);
  let growth = log(max(tangent, TOLERANCE_FLOOR)) + f32(motion.doublings) * LN2;
  return growth / parameters.horizon;
}
