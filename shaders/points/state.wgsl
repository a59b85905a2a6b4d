// What a method moves is a Point: here the state alone. Methods use points only by sums, products
// with numbers and the functions below, so that points/pair.wgsl and points/tangent.wgsl can take
// the place of this file.
alias Point = vec4f;

// v(s)
fn velocityOf(p: Point) -> Point {
  return velocity(p);
}

// p, put back into the model's allowed set.
fn projected(p: Point) -> Point {
  return project(p);
}

fn stateOf(p: Point) -> vec4f {
  return p;
}

// The state of trajectory number `which` of those that are abreast.
fn stateAt(p: Point, which: u32) -> vec4f {
  return p;
}

// At the states of the first and the last of those that are abreast: here the same one.
fn pointAt(first: vec4f, last: vec4f) -> Point {
  return first;
}

// A point that does not depend on the start.
fn constant(s: vec4f) -> Point {
  return s;
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: Point) -> Bits {
  return noiseKey(p);
}

// p, moved by the noise of step number `step`.
fn shaken(p: Point, keys: Bits, step: u32, h: f32) -> Point {
  return p + noise(keys, step, h);
}

// Each component times its own factor.
fn scaled(p: Point, factors: vec4f) -> Point {
  return factors * p;
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: Point) -> Point {
  return p * p;
}

fn root(p: Point) -> Point {
  return sqrt(p);
}

fn quotient(p: Point, q: Point, c: f32) -> Point {
  return p / (q + c);
}

// Of the state: |s|^2, |theta|^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: Point) -> Number {
  return dot(p, p);
}

fn thetaSquareOf(p: Point) -> Number {
  return dot(p.zw, p.zw);
}

fn momentumOf(p: Point) -> Number {
  return angularMomentum(p);
}

fn phi1Of(p: Point) -> Number {
  return p.x;
}

fn phi2Of(p: Point) -> Number {
  return p.y;
}

fn theta1Of(p: Point) -> Number {
  return p.z;
}

fn theta2Of(p: Point) -> Number {
  return p.w;
}

fn isWithin(p: Point, bound: f32) -> Flag {
  return isStateWithin(p, bound);
}

// There is no tangent to grow.
fn renormalise(motion: ptr<function, Motion>) {}

fn lyapunovOf(motion: Motion) -> f32 {
  return UNDEFINED;
}
