// What a method moves is an AugmentedState: here the state and two tangents at it, so that a step of a
// method is also its own derivative. Takes the place of states/state.wgsl. The tangent map has four
// columns: a pass over the horizon takes those of phi2 and theta2 and keeps them, the next one those of
// phi1 and theta1. In the one-dimensional subspace the second are all there are.
alias AugmentedState = mat3x4f;

const FOLLOWS_TANGENTS = true;

// (v(s), Dv(s) t) of each tangent t.
fn vectorFieldOf(p: AugmentedState) -> AugmentedState {
  let v = AugmentedState(vectorField(p[0]), vectorFieldJvp(p[0], p[1]), vectorFieldJvp(p[0], p[2]));
  return withGradientNoise(v, p, true);
}

// The players' negative gradients at s, and their derivatives.
fn gradientFieldOf(p: AugmentedState) -> AugmentedState {
  let v = AugmentedState(gradientField(p[0]), gradientJvp(p[0], p[1]), gradientJvp(p[0], p[2]));
  return withGradientNoise(v, p, false);
}

// p, put back into the model's allowed set.
fn projected(p: AugmentedState) -> AugmentedState {
  return AugmentedState(project(p[0]), projectTangent(p[0], p[1]), projectTangent(p[0], p[2]));
}

fn stateOf(p: AugmentedState) -> vec4f {
  return p[0];
}

// p, with the direction of a phi that would underflow.
fn withDirection(p: AugmentedState) -> AugmentedState {
  return AugmentedState(keepDirection(p[0]), p[1], p[2]);
}

// Starts, of which those on a line go along the first axis.
fn turnedToAxes(p: AugmentedState) -> AugmentedState {
  return constant(turnedToAxis(p[0]));
}

// The state of trajectory number `which` of those in the lanes.
fn stateAt(p: AugmentedState, which: u32) -> vec4f {
  return p[0];
}

// At the states of the first and the last of those in the lanes: here the same one.
fn augmentedAt(first: vec4f, last: vec4f) -> AugmentedState {
  return constant(first);
}

// p with the first two tangents of a pass: along phi2 and theta2, or along phi1 and theta1.
fn withTangents(p: AugmentedState, across: bool) -> AugmentedState {
  let ofPhi = select(vec4f(1.0, 0.0, 0.0, 0.0), vec4f(0.0, 1.0, 0.0, 0.0), across);
  return AugmentedState(p[0], ofPhi, ofPhi.zwxy);
}

// An augmented state whose tangents are 0.
fn constant(s: vec4f) -> AugmentedState {
  return AugmentedState(s, vec4f(0.0), vec4f(0.0));
}

// What identifies the noise of trajectories that start at p.
fn noiseKeys(p: AugmentedState) -> LaneU32 {
  return noiseKey(p[0]);
}

// The change of a state p, moved by the noise of step number `step`, its tangents as they are.
fn withNoise(change: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, h: f32) -> AugmentedState {
  return AugmentedState(change[0] + noise(keys, p[0], step, h), change[1], change[2]);
}

// Both players' gradients at p, with the learning rates in them or without, moved by draw number
// `evaluation` of step `step`.
fn withDraw(v: AugmentedState, p: AugmentedState, keys: LaneU32, step: u32, evaluation: u32, rated: bool) -> AugmentedState {
  return AugmentedState(v[0] + drawRates(rated) * gradientDraw(keys, p[0], step, evaluation), v[1], v[2]);
}

// A number times p, and the one or the other of two.
fn times(factor: LaneF32, p: AugmentedState) -> AugmentedState {
  return factor * p;
}

fn chosen(no: AugmentedState, yes: AugmentedState, which: LaneBool) -> AugmentedState {
  return AugmentedState(select(no[0], yes[0], which), select(no[1], yes[1], which), select(no[2], yes[2], which));
}

// Each component times its own factor.
fn scaled(p: AugmentedState, factors: vec4f) -> AugmentedState {
  return AugmentedState(factors * p[0], factors * p[1], factors * p[2]);
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
  return AugmentedState(p[0] * p[0], 2.0 * p[0] * p[1], 2.0 * p[0] * p[2]);
}

// The derivative of a root at 0 is left out.
fn root(p: AugmentedState) -> AugmentedState {
  let value = sqrt(p[0]);
  let positive = value > vec4f(0.0);
  let slope = select(vec4f(0.0), 0.5 / select(vec4f(1.0), value, positive), positive);
  return AugmentedState(value, slope * p[1], slope * p[2]);
}

fn quotient(p: AugmentedState, q: AugmentedState, c: f32) -> AugmentedState {
  let divisor = q[0] + c;
  let value = p[0] / divisor;
  return AugmentedState(value, (p[1] - value * q[1]) / divisor, (p[2] - value * q[2]) / divisor);
}

// Of the state: |s|^2, |theta|^2 times LENGTH_SCALE^2, L, single components, and whether all are finite and within bound.
fn squareOf(p: AugmentedState) -> LaneF32 {
  return dot(p[0], p[0]);
}

fn thetaSquareOf(p: AugmentedState) -> LaneF32 {
  let theta = LENGTH_SCALE * p[0].zw;
  return dot(theta, theta);
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

// Brings the longer tangent back to a length of about 1 by a power of 2, which is exact, and counts it.
fn renormalise(integrator: ptr<function, IntegratorState>) {
  let p = (*integrator).state;
  let exponent = i32((bitcast<u32>(dot(p[1], p[1]) + dot(p[2], p[2])) >> 23u) & 0xffu);
  // No power where the square is 0, subnormal or not finite.
  let usable = exponent > 0 && exponent < 255;
  let power = select(0, (exponent - 127) >> 1u, usable);
  rescale(integrator, bitcast<f32>(u32(127 - power) << 23u));
  (*integrator).doublings += power;
}

// Keeps how far the tangents have grown, if step number `step` is the last of a quarter.
fn keepGrowth(integrator: ptr<function, IntegratorState>, step: i32) {
  let p = (*integrator).state;
  let square = dot(p[1], p[1]) + dot(p[2], p[2]);
  let growth = 0.5 * log(square) + f32((*integrator).doublings) * LN2;
  let ends = vec4u(parameters.quarter, parameters.half, parameters.threeQuarters, parameters.steps);
  let kept = (*integrator).growth;
  (*integrator).growth = select(kept, vec4f(select(INFINITE, growth, isPositive(square))), vec4u(u32(step)) == ends);
}

fn tangentGrowthOf(integrator: IntegratorState) -> vec4f {
  return integrator.growth;
}

// Takes over the tangents of phi2 and theta2 from the end of their pass. In the one-dimensional
// subspace nothing goes across it.
fn joinAcross(integrator: ptr<function, IntegratorState>, before: IntegratorState, planar: bool) {
  let none = vec4f(0.0);
  (*integrator).across = mat2x4f(select(none, before.state[1], planar), select(none, before.state[2], planar));
  (*integrator).acrossDoublings = select(FEWEST_DOUBLINGS, before.doublings, planar);
}

// Fewer than any map has been divided by.
const FEWEST_DOUBLINGS = -0x1000000;

// ln(sigma_1) / T, sigma_1 the largest singular value of the tangent map.
fn lyapunovOf(integrator: IntegratorState) -> f32 {
  let p = integrator.state;
  let doublings = max(integrator.doublings, integrator.acrossDoublings);
  let inLine = powerOfTwo(integrator.doublings - doublings);
  let across = powerOfTwo(integrator.acrossDoublings - doublings);
  let columns = mat4x4f(inLine * p[1], across * integrator.across[0], inLine * p[2], across * integrator.across[1]);
  let gram = transpose(columns) * columns;
  if (!isPositive(traceOf(gram)) || wasCarried(integrator)) {
    return UNDEFINED;
  }
  return (logLargestSingularValue(gram) + f32(doublings) * LN2) / parameters.horizon;
}

// 2^power, power at most 0, and 0 where float32 has no such normal number.
fn powerOfTwo(power: i32) -> f32 {
  return bitcast<f32>(u32(max(power + 127, 0)) << 23u);
}
