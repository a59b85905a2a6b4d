// What a method moves is an AugmentedState: here the state and a tangent at it, so that a step of a method is
// also its own derivative. Takes the place of states/state.wgsl.
alias AugmentedState = mat2x4f;

// (v(s), Dv(s) t)
fn vectorFieldOf(p: AugmentedState) -> AugmentedState {
  return withGradientNoise(AugmentedState(vectorField(p[0]), vectorFieldJvp(p[0], p[1])), p, learningRates());
}

// The players' negative gradients at s, and their derivative.
fn gradientFieldOf(p: AugmentedState) -> AugmentedState {
  return withGradientNoise(AugmentedState(gradientField(p[0]), gradientJvp(p[0], p[1])), p, vec4f(1.0));
}

// p, put back into the model's allowed set.
fn projected(p: AugmentedState) -> AugmentedState {
  return AugmentedState(project(p[0]), projectTangent(p[0], p[1]));
}

fn stateOf(p: AugmentedState) -> vec4f {
  return p[0];
}

// The state of trajectory number `which` of those in the lanes.
fn stateAt(p: AugmentedState, which: u32) -> vec4f {
  return p[0];
}

// At the states of the first and the last of those in the lanes: here the same one.
fn augmentedAt(first: vec4f, last: vec4f) -> AugmentedState {
  return AugmentedState(first, FIRST_TANGENT);
}

// An augmented state whose tangent is 0.
fn constant(s: vec4f) -> AugmentedState {
  return AugmentedState(s, vec4f(0.0));
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: AugmentedState) -> LaneU32 {
  return noiseKey(p[0]);
}

// The change of a state p, moved by the noise of step number `step`, its tangent as it is.
fn withNoise(change: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, h: f32) -> AugmentedState {
  return AugmentedState(change[0] + noise(keys, p[0], step, h), change[1]);
}

// Both players' gradients at p, moved by draw number `evaluation` of step `step` at these rates.
fn withDraw(v: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, evaluation: u32, rates: vec4f) -> AugmentedState {
  return AugmentedState(v[0] + rates * gradientDraw(keys, p[0], step, evaluation), v[1]);
}

// Each component times its own factor.
fn scaled(p: AugmentedState, factors: vec4f) -> AugmentedState {
  return AugmentedState(factors * p[0], factors * p[1]);
}

// By components: p^2, the root of p, and p / (q + c).
fn squared(p: AugmentedState) -> AugmentedState {
  return AugmentedState(p[0] * p[0], 2.0 * p[0] * p[1]);
}

// The derivative of a root at 0 is left out.
fn root(p: AugmentedState) -> AugmentedState {
  let value = sqrt(p[0]);
  let positive = value > vec4f(0.0);
  return AugmentedState(value, select(vec4f(0.0), 0.5 * p[1] / select(vec4f(1.0), value, positive), positive));
}

fn quotient(p: AugmentedState, q: AugmentedState, c: f32) -> AugmentedState {
  let divisor = q[0] + c;
  let value = p[0] / divisor;
  return AugmentedState(value, (p[1] - value * q[1]) / divisor);
}

// Of the state: |s|^2, |theta|^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: AugmentedState) -> LaneF32 {
  return dot(p[0], p[0]);
}

fn thetaSquareOf(p: AugmentedState) -> LaneF32 {
  return dot(p[0].zw, p[0].zw);
}

fn angularMomentumOf(p: AugmentedState) -> LaneF32 {
  return angularMomentum(p[0]);
}

fn phi1Of(p: AugmentedState) -> LaneF32 {
  return p[0].x;
}

fn phi2Of(p: AugmentedState) -> LaneF32 {
  return p[0].y;
}

fn theta1Of(p: AugmentedState) -> LaneF32 {
  return p[0].z;
}

fn theta2Of(p: AugmentedState) -> LaneF32 {
  return p[0].w;
}

fn isWithin(p: AugmentedState, bound: f32) -> LaneBool {
  return isStateWithin(p[0], bound);
}

// Brings the tangent back to a length of about 1 by a power of 2, which is exact, and counts it.
fn renormalise(integrator: ptr<function, IntegratorState>) {
  let tangent = (*integrator).state[1];
  let exponent = i32((bitcast<u32>(dot(tangent, tangent)) >> 23u) & 0xffu);
  // No power where the square is 0, subnormal or not finite.
  let usable = exponent > 0 && exponent < 255;
  let power = select(0, (exponent - 127) >> 1u, usable);
  rescale(integrator, bitcast<f32>(u32(127 - power) << 23u));
  (*integrator).doublings += power;
}

// ln(|t(T)| / |t(0)|) / T
fn lyapunovOf(integrator: IntegratorState) -> f32 {
  let tangent = length(integrator.state[1]);
  let growth = log(max(tangent, TOLERANCE_FLOOR)) + f32(integrator.doublings) * LN2;
  return growth / parameters.horizon;
}
