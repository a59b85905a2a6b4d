// What an integration keeps of its trajectory, and the measures that follow from it.
// Twin of src/measures/observer.ts.

const TAU: f32 = 6.283185307179586;

struct Observation {
  // The last state within bounds.
  state: vec4f,
  // Moving average of theta.
  average: vec2f,
  // Largest |theta|^2 of the present quarter, and largest |theta| of the second and the third.
  peakSquared: f32,
  peak2: f32,
  peak3: f32,
  // When each of these was.
  peakTime: f32,
  peakTime2: f32,
  peakTime3: f32,
  // Since when |theta| < eps, INFINITE while it is not.
  settle: f32,
  // How often theta crossed the negative axis, counter-clockwise as 1; turns up to T/2.
  crossings: f32,
  turnsAtHalf: f32,
  // Squared strain of a step: the largest, and the sum.
  strain2: f32,
  strain2Sum: f32,
  // |L| at 3T/4, and the speed of the step before.
  momentum3: f32,
  speed3: f32,
  // Turning points of |theta| since T/2.
  swings: u32,
  falling: u32,
  bounded: u32,
  steps: u32,
  // Of a flow: L was lost in rounding, 1, and has come back, 2.
  lost: u32,
}

// All measures of one start, in the columns' order.
struct Measured {
  distance: f32,
  amplitude: f32,
  rate: f32,
  settle: f32,
  turns: f32,
  ema: f32,
  lyapunov: f32,
  outcome: u32,
}

// Whether every component is finite and within bound, from their bits: a compiler may assume that
// no value is NaN.
fn isStateWithin(s: vec4f, bound: f32) -> bool {
  let magnitude = bitcast<vec4u>(s) & vec4u(0x7fffffffu);
  let pair = max(magnitude.xy, magnitude.zw);
  return max(pair.x, pair.y) < bitcast<u32>(bound);
}

// L = phi1 theta2 - phi2 theta1
fn angularMomentum(s: vec4f) -> f32 {
  return inner(s.xy, vec2f(s.w, -s.z));
}

// The point whose angle is counted: theta, or (theta1, phi1) in one dimension (phi2 = theta2 = 0).
fn turningPoint(s: vec4f, planar: bool) -> vec2f {
  return vec2f(s.z, select(s.x, s.w, planar));
}

fn crossProduct(p: vec2f, q: vec2f) -> f32 {
  return p.x * q.y - p.y * q.x;
}

fn isPlanar(start: vec4f) -> bool {
  return !(start.y == 0.0 && start.w == 0.0);
}

fn turnsOf(crossings: f32, start: vec4f, now: vec4f) -> f32 {
  let planar = isPlanar(start);
  let before = turningPoint(start, planar);
  let after = turningPoint(now, planar);
  return crossings + (angle(after) - angle(before)) / TAU;
}

// The angle of p in (-pi, pi], and 0 at p = 0, where atan2 is undefined.
fn angle(p: vec2f) -> f32 {
  if (p.x == 0.0 && p.y == 0.0) {
    return 0.0;
  }
  // A zero of either sign counts as above the axis, as crossings do.
  return atan2(select(p.y, 0.0, p.y == 0.0), p.x);
}

fn beginObservation(start: vec4f) -> Observation {
  var o: Observation;
  o.state = start;
  o.average = start.zw;
  o.peakSquared = dot(start.zw, start.zw);
  o.settle = select(INFINITE, 0.0, o.peakSquared < parameters.eps * parameters.eps);
  o.bounded = 1u;
  return o;
}

// The state after step number `step` (from 1), and the step's squared strain. Straight-line code:
// it runs after every step, and branches cost more than what they would save.
fn observe(o: ptr<function, Observation>, planar: bool, step: u32, next: vec4f, seen: f32) {
  let bounded = isStateWithin(next, TOLERANCE_BOUND);
  let measurable = bitcast<u32>(seen) < bitcast<u32>(TOLERANCE_STRAIN2_CAP);
  let strain2 = select(TOLERANCE_STRAIN2_CAP, seen, measurable);
  (*o).steps = step;
  (*o).strain2 = max((*o).strain2, strain2);
  (*o).strain2Sum += strain2;
  (*o).bounded = select(0u, 1u, bounded);

  // Where it is unbounded the last state within bounds is kept.
  let previous = (*o).state;
  let state = select(previous, next, bounded);
  let theta = state.zw;
  let last = step == parameters.steps;

  // m <- beta m + (1 - beta) s
  let keep = select(parameters.emaBeta, parameters.emaLast, last);
  (*o).average = keep * (*o).average + (1.0 - keep) * theta;

  let squared = dot(theta, theta);
  let time = select(f32(step) * parameters.step, parameters.horizon, last);
  (*o).peakTime = select((*o).peakTime, time, squared > (*o).peakSquared);
  (*o).peakSquared = max((*o).peakSquared, squared);
  // The first time since |theta| < eps: the least one seen while it lasts.
  (*o).settle = select(min((*o).settle, time), INFINITE, squared >= parameters.eps * parameters.eps);

  // The segment between two states crosses the negative axis where y changes sign on that side.
  let p = turningPoint(previous, planar);
  let q = turningPoint(state, planar);
  let turned = crossProduct(p, q);
  let left = (p.y >= 0.0) & (q.y < 0.0) & (turned > 0.0);
  let right = (p.y < 0.0) & (q.y >= 0.0) & (turned < 0.0);
  (*o).crossings += select(0.0, 1.0, left) - select(0.0, 1.0, right);

  let before = dot(previous.zw, previous.zw);
  let still = abs(squared - before) <= TOLERANCE_RIPPLE * before;
  let falling = select(select(0u, 1u, squared < before), (*o).falling, still);
  (*o).swings += select(0u, falling ^ (*o).falling, step > parameters.half);
  (*o).falling = falling;
  (*o).state = state;
  if (METHOD_FLOWS) {
    watchMomentum(o, squared);
  }
}

// Whether L has been lost in rounding and come back.
fn watchMomentum(o: ptr<function, Observation>, theta2: f32) {
  let s = (*o).state;
  let momentum = crossProduct(s.xy, s.zw);
  let product = dot(s.xy, s.xy) * theta2;
  let grazes = momentum * momentum < TOLERANCE_GRAZED * TOLERANCE_GRAZED * product;
  let back = momentum * momentum > TOLERANCE_REGAINED * TOLERANCE_REGAINED * product;
  (*o).lost = max((*o).lost, select(select(0u, 2u, back && (*o).lost > 0u), 1u, grazes));
}

// What is kept at the end of a quarter, before the next step; `speed` is that of the last step.
fn closeQuarter(o: ptr<function, Observation>, start: vec4f, speed: f32) {
  let step = (*o).steps;
  let state = (*o).state;
  if (step == parameters.half) {
    (*o).peak2 = sqrt((*o).peakSquared);
    (*o).peakTime2 = (*o).peakTime;
    (*o).turnsAtHalf = turnsOf((*o).crossings, start, state);
  }
  if (step == parameters.threeQuarters) {
    (*o).peak3 = sqrt((*o).peakSquared);
    (*o).peakTime3 = (*o).peakTime;
    (*o).momentum3 = abs(angularMomentum(state));
    (*o).speed3 = speed;
  }
  if (step == parameters.quarter || step == parameters.half || step == parameters.threeQuarters) {
    (*o).peakSquared = dot(state.zw, state.zw);
    (*o).peakTime = f32(step) * parameters.step;
  }
}

// `speed` is that of the last step.
fn measured(o: Observation, motion: Motion, start: vec4f, speed: f32) -> Measured {
  let bounded = o.bounded == 1u;
  let peak4 = sqrt(o.peakSquared);
  let turns = turnsOf(o.crossings, start, o.state);
  var m: Measured;
  m.distance = select(INFINITE, length(o.state.zw), bounded);
  m.amplitude = select(INFINITE, peak4, bounded);
  m.rate = select(UNDEFINED, logRatio(peak4, o.peak3) / (0.25 * parameters.horizon), bounded);
  m.settle = select(INFINITE, o.settle, bounded);
  m.turns = select(UNDEFINED, turns, bounded);
  m.ema = select(INFINITE, length(o.average), bounded);
  m.lyapunov = select(UNDEFINED, lyapunovOf(motion), bounded);
  m.outcome = outcome(o, peak4, abs(turns - o.turnsAtHalf), speed);
  return m;
}
