// What a method moves is a Point: here the state alone. Methods use points only by sums, products
// with numbers and the functions below, so that points/tangent.wgsl can take the place of this file.
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

fn pointAt(s: vec4f) -> Point {
  return s;
}

// A point that does not depend on the start.
fn constant(s: vec4f) -> Point {
  return s;
}

// A point whose state has moved by `change`, its tangent as it is.
fn shifted(p: Point, change: vec4f) -> Point {
  return p + change;
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

// There is no tangent to grow.
fn renormalise(motion: ptr<function, Motion>) {}

fn lyapunovOf(motion: Motion) -> f32 {
  return UNDEFINED;
}
