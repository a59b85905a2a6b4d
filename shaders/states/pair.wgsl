// What a method moves is an AugmentedState: here the states of two trajectories, which go through each stage
// of a method together. Takes the place of states/state.wgsl. What reads parameters is asked for each
// trajectory after `useLane`, since they may have parameters of their own.
alias AugmentedState = mat2x4f;

const FOLLOWS_TANGENTS = false;

// v(s)
fn vectorFieldOf(p: AugmentedState) -> AugmentedState {
  useLane(0u);
  let one = vectorField(p[0]);
  useLane(1u);
  let other = vectorField(p[1]);
  return withGradientNoise(AugmentedState(one, other), p, true);
}

// The players' negative gradients at s.
fn gradientFieldOf(p: AugmentedState) -> AugmentedState {
  useLane(0u);
  let one = gradientField(p[0]);
  useLane(1u);
  let other = gradientField(p[1]);
  return withGradientNoise(AugmentedState(one, other), p, false);
}

// p, put back into the model's allowed set.
fn projected(p: AugmentedState) -> AugmentedState {
  useLane(0u);
  let one = project(p[0]);
  useLane(1u);
  return AugmentedState(one, project(p[1]));
}

// p, with the directions of phis that would underflow.
fn withDirection(p: AugmentedState) -> AugmentedState {
  useLane(0u);
  let one = keepDirection(p[0]);
  useLane(1u);
  return AugmentedState(one, keepDirection(p[1]));
}

// The state of an augmented state that is the same for both.
fn stateOf(p: AugmentedState) -> vec4f {
  return p[0];
}

// Starts, of which those on a line go along the first axis.
fn turnedToAxes(p: AugmentedState) -> AugmentedState {
  return AugmentedState(turnedToAxis(p[0]), turnedToAxis(p[1]));
}

// The state of trajectory number `which` of those in the lanes.
fn stateAt(p: AugmentedState, which: u32) -> vec4f {
  return select(p[0], p[1], which == 1u);
}

// At the states of the first and the last of those in the lanes.
fn augmentedAt(first: vec4f, last: vec4f) -> AugmentedState {
  return AugmentedState(first, last);
}

// An augmented state that does not depend on the start.
fn constant(s: vec4f) -> AugmentedState {
  return AugmentedState(s, s);
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: AugmentedState) -> LaneU32 {
  return LaneU32(noiseKey(p[0]), noiseKey(p[1]));
}

// The change of states p, moved by the noise of step number `step`.
fn withNoise(change: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, h: f32) -> AugmentedState {
  useLane(0u);
  let one = noise(keys.x, p[0], step, h);
  useLane(1u);
  return AugmentedState(change[0] + one, change[1] + noise(keys.y, p[1], step, h));
}

// Both players' gradients at p, with the learning rates in them or without, moved by draw number
// `evaluation` of step `step`.
fn withDraw(v: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, evaluation: u32, rated: bool) -> AugmentedState {
  useLane(0u);
  let one = drawRates(rated) * gradientDraw(keys.x, p[0], step, evaluation);
  useLane(1u);
  let other = drawRates(rated) * gradientDraw(keys.y, p[1], step, evaluation);
  return AugmentedState(v[0] + one, v[1] + other);
}

// Each trajectory's own number times p, and the one or the other of two for each trajectory.
fn times(factor: LaneF32, p: AugmentedState) -> AugmentedState {
  return AugmentedState(factor.x * p[0], factor.y * p[1]);
}

fn chosen(no: AugmentedState, yes: AugmentedState, which: LaneBool) -> AugmentedState {
  return AugmentedState(select(no[0], yes[0], which.x), select(no[1], yes[1], which.y));
}

// Each component times its own factor.
fn scaled(p: AugmentedState, factors: vec4f) -> AugmentedState {
  return AugmentedState(factors * p[0], factors * p[1]);
}

// h times each player's learning rate times p.
fn scaledByRates(p: AugmentedState, h: f32) -> AugmentedState {
  useLane(0u);
  let one = h * learningRates() * p[0];
  useLane(1u);
  return AugmentedState(one, h * learningRates() * p[1]);
}

// rateG/rateD of each trajectory.
fn rateRatio() -> LaneF32 {
  useLane(0u);
  let one = parameters.rateG / parameters.rateD;
  useLane(1u);
  return LaneF32(one, parameters.rateG / parameters.rateD);
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: AugmentedState) -> AugmentedState {
  return AugmentedState(p[0] * p[0], p[1] * p[1]);
}

fn root(p: AugmentedState) -> AugmentedState {
  return AugmentedState(sqrt(p[0]), sqrt(p[1]));
}

fn quotient(p: AugmentedState, q: AugmentedState, c: f32) -> AugmentedState {
  return AugmentedState(p[0] / (q[0] + c), p[1] / (q[1] + c));
}

// Of the states: |s|^2, |theta|^2 times LENGTH_SCALE^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: AugmentedState) -> LaneF32 {
  return LaneF32(dot(p[0], p[0]), dot(p[1], p[1]));
}

fn thetaSquareOf(p: AugmentedState) -> LaneF32 {
  let one = LENGTH_SCALE * p[0].zw;
  let other = LENGTH_SCALE * p[1].zw;
  return LaneF32(dot(one, one), dot(other, other));
}

fn angularMomentumOf(p: AugmentedState) -> LaneF32 {
  return LaneF32(angularMomentum(p[0]), angularMomentum(p[1]));
}

fn phi1Of(p: AugmentedState) -> LaneF32 {
  return LaneF32(p[0].x, p[1].x);
}

fn phi2Of(p: AugmentedState) -> LaneF32 {
  return LaneF32(p[0].y, p[1].y);
}

fn theta1Of(p: AugmentedState) -> LaneF32 {
  return LaneF32(p[0].z, p[1].z);
}

fn theta2Of(p: AugmentedState) -> LaneF32 {
  return LaneF32(p[0].w, p[1].w);
}

fn isWithin(p: AugmentedState, bound: f32) -> LaneBool {
  return LaneBool(isStateWithin(p[0], bound), isStateWithin(p[1], bound));
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
