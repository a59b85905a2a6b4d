// What a method moves is a Point: here the states of two trajectories, which go through each stage
// of a method together. Takes the place of points/state.wgsl.
alias Point = mat2x4f;

// v(s)
fn velocityOf(p: Point) -> Point {
  return Point(velocity(p[0]), velocity(p[1]));
}

// p, put back into the model's allowed set.
fn projected(p: Point) -> Point {
  return Point(project(p[0]), project(p[1]));
}

// The state of a point that is the same for both.
fn stateOf(p: Point) -> vec4f {
  return p[0];
}

// The state of trajectory number `which` of those that are abreast.
fn stateAt(p: Point, which: u32) -> vec4f {
  return select(p[0], p[1], which == 1u);
}

// At the states of the first and the last of those that are abreast.
fn pointAt(first: vec4f, last: vec4f) -> Point {
  return Point(first, last);
}

// A point that does not depend on the start.
fn constant(s: vec4f) -> Point {
  return Point(s, s);
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: Point) -> Bits {
  return Bits(noiseKey(p[0]), noiseKey(p[1]));
}

// p, moved by the noise of step number `step`.
fn shaken(p: Point, keys: Bits, step: u32, h: f32) -> Point {
  return Point(p[0] + noise(keys.x, step, h), p[1] + noise(keys.y, step, h));
}

// Each component times its own factor.
fn scaled(p: Point, factors: vec4f) -> Point {
  return Point(factors * p[0], factors * p[1]);
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: Point) -> Point {
  return Point(p[0] * p[0], p[1] * p[1]);
}

fn root(p: Point) -> Point {
  return Point(sqrt(p[0]), sqrt(p[1]));
}

fn quotient(p: Point, q: Point, c: f32) -> Point {
  return Point(p[0] / (q[0] + c), p[1] / (q[1] + c));
}

// Of the states: |s|^2, |theta|^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: Point) -> Number {
  return Number(dot(p[0], p[0]), dot(p[1], p[1]));
}

fn thetaSquareOf(p: Point) -> Number {
  return Number(dot(p[0].zw, p[0].zw), dot(p[1].zw, p[1].zw));
}

fn momentumOf(p: Point) -> Number {
  return Number(angularMomentum(p[0]), angularMomentum(p[1]));
}

fn phi1Of(p: Point) -> Number {
  return Number(p[0].x, p[1].x);
}

fn phi2Of(p: Point) -> Number {
  return Number(p[0].y, p[1].y);
}

fn theta1Of(p: Point) -> Number {
  return Number(p[0].z, p[1].z);
}

fn theta2Of(p: Point) -> Number {
  return Number(p[0].w, p[1].w);
}

fn isWithin(p: Point, bound: f32) -> Flag {
  return Flag(isStateWithin(p[0], bound), isStateWithin(p[1], bound));
}

// There is no tangent to grow.
fn renormalise(motion: ptr<function, Motion>) {}

fn lyapunovOf(motion: Motion) -> f32 {
  return UNDEFINED;
}
