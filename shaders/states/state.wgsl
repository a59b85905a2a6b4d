// What a method moves is an AugmentedState: here the state alone. Methods use it only by sums, products
// with numbers and the functions below, so that states/pair.wgsl and states/tangents.wgsl can take
// the place of this file.
alias AugmentedState = vec4f;

const FOLLOWS_TANGENTS = false;

// v(s)
fn vectorFieldOf(p: AugmentedState) -> AugmentedState {
  return withGradientNoise(vectorField(p), p, true);
}

// The players' negative gradients at s.
fn gradientFieldOf(p: AugmentedState) -> AugmentedState {
  return withGradientNoise(gradientField(p), p, false);
}

// p, put back into the model's allowed set.
fn projected(p: AugmentedState) -> AugmentedState {
  return project(p);
}

// p, with the direction of a phi that would underflow.
fn withDirection(p: AugmentedState) -> AugmentedState {
  return keepDirection(p);
}

fn stateOf(p: AugmentedState) -> vec4f {
  return p;
}

// Starts, of which those on a line go along the first axis.
fn turnedToAxes(p: AugmentedState) -> AugmentedState {
  return turnedToAxis(p);
}

// The state of trajectory number `which` of those in the lanes.
fn stateAt(p: AugmentedState, which: u32) -> vec4f {
  return p;
}

// At the states of the first and the last of those in the lanes: here the same one.
fn augmentedAt(first: vec4f, last: vec4f) -> AugmentedState {
  return first;
}

// An augmented state that does not depend on the start.
fn constant(s: vec4f) -> AugmentedState {
  return s;
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: AugmentedState) -> LaneU32 {
  return noiseKey(p);
}

// The change of a state p, moved by the noise of step number `step`.
fn withNoise(change: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, h: f32) -> AugmentedState {
  return change + noise(keys, p, step, h);
}

// Both players' gradients at p, with the learning rates in them or without, moved by draw number
// `evaluation` of step `step`.
fn withDraw(v: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, evaluation: u32, rated: bool) -> AugmentedState {
  return v + drawRates(rated) * gradientDraw(keys, p, step, evaluation);
}

// Each trajectory's own number times p, and the one or the other of two for each trajectory.
fn times(factor: LaneF32, p: AugmentedState) -> AugmentedState {
  return factor * p;
}

fn chosen(no: AugmentedState, yes: AugmentedState, which: LaneBool) -> AugmentedState {
  return select(no, yes, which);
}

// Each component times its own factor.
fn scaled(p: AugmentedState, factors: vec4f) -> AugmentedState {
  return factors * p;
}

// h times each player's learning rate times p.
fn scaledByRates(p: AugmentedState, h: f32) -> AugmentedState {
  return scaled(p, h * learningRates());
}

// rateG/rateD of each trajectory.
fn rateRatio() -> LaneF32 {
  return parameters.rateG / parameters.rateD;
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: AugmentedState) -> AugmentedState {
  return p * p;
}

fn root(p: AugmentedState) -> AugmentedState {
  return sqrt(p);
}

fn quotient(p: AugmentedState, q: AugmentedState, c: f32) -> AugmentedState {
  return p / (q + c);
}

// Of the state: |s|^2, |theta|^2 times LENGTH_SCALE^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: AugmentedState) -> LaneF32 {
  return dot(p, p);
}

fn thetaSquareOf(p: AugmentedState) -> LaneF32 {
  let theta = LENGTH_SCALE * p.zw;
  return dot(theta, theta);
}

fn angularMomentumOf(p: AugmentedState) -> LaneF32 {
  return angularMomentum(p);
}

fn phi1Of(p: AugmentedState) -> LaneF32 {
  return p.x;
}

fn phi2Of(p: AugmentedState) -> LaneF32 {
  return p.y;
}

fn theta1Of(p: AugmentedState) -> LaneF32 {
  return p.z;
}

fn theta2Of(p: AugmentedState) -> LaneF32 {
  return p.w;
}

fn isWithin(p: AugmentedState, bound: f32) -> LaneBool {
  return isStateWithin(p, bound);
}

// There are no tangents to begin, to join or to grow.
fn withTangents(p: AugmentedState, across: bool) -> AugmentedState {
  return p;
}

fn renormalise(integrator: ptr<function, IntegratorState>) {}

fn joinAcross(integrator: ptr<function, IntegratorState>, before: IntegratorState, planar: LaneBool) {}

fn keepGrowth(integrator: ptr<function, IntegratorState>, step: i32) {}

fn tangentGrowthOf(integrator: IntegratorState) -> vec4f {
  return vec4f(0.0);
}

fn lyapunovOf(integrator: IntegratorState) -> f32 {
  return UNDEFINED;
}
