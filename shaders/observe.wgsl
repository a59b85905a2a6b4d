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
  // Since when |theta| < eps, INFINITE while it is not.
  settle: f32,
  // How often theta crossed the negative axis, counter-clockwise as 1; turns up to T/2.
  crossings: f32,
  turnsAtHalf: f32,
  // Largest strain of a step, and the sum of squares.
  strain: f32,
  strain2: f32,
  // |L| and |s'| at 3T/4.
  momentum3: f32,
  speed3: f32,
  // Turning points of |theta| since T/2.
  swings: u32,
  falling: u32,
  bounded: u32,
  steps: u32,
}

// All measures of one start, in the columns' order.
struct Measured {
  distance: f32,
  amplitude: f32,
  rate: f32,
  settle: f32,
  turns: f32,
  ema: f32,
  outcome: u32,
}

// Whether x is finite and |x| < bound, from its bits: a compiler may assume that no value is NaN.
fn isWithin(x: f32, bound: f32) -> bool {
  return (bitcast<u32>(x) & 0x7fffffffu) < bitcast<u32>(bound);
}

fn isStateWithin(s: vec4f, bound: f32) -> bool {
  return isWithin(s.x, bound) && isWithin(s.y, bound) && isWithin(s.z, bound) && isWithin(s.w, bound);
}

// L = phi1 theta2 - phi2 theta1
fn angularMomentum(s: vec4f) -> f32 {
  return inner(s.xy, vec2f(s.w, -s.z));
}

// The point whose angle is counted: theta, or (theta1, phi1) in one dimension (phi2 = theta2 = 0).
fn turningPoint(s: vec4f, planar: bool) -> vec2f {
  return vec2f(s.z, select(s.x, s.w, planar));
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

// The state after step number `step` (from 1), of length h, with that strain.
fn observe(o: ptr<function, Observation>, start: vec4f, step: u32, h: f32, next: Advance) {
  let measurable = select(
    TOLERANCE_STRAIN_CAP,
    next.strain,
    isWithin(next.strain, TOLERANCE_STRAIN_CAP),
  );
  (*o).steps = step;
  (*o).strain = max((*o).strain, measurable);
  (*o).strain2 += measurable * measurable;
  if (!isStateWithin(next.state, TOLERANCE_BOUND)) {
    (*o).bounded = 0u;
    return;
  }
  let last = step == parameters.steps;
  let theta = next.state.zw;

  // m <- beta m + (1 - beta) s
  let keep = select(parameters.emaBeta, parameters.emaLast, last);
  (*o).average = keep * (*o).average + (1.0 - keep) * theta;

  let squared = dot(theta, theta);
  let previousSquared = dot((*o).state.zw, (*o).state.zw);
  (*o).peakSquared = max((*o).peakSquared, squared);
  if (squared >= parameters.eps * parameters.eps) {
    (*o).settle = INFINITE;
  } else if ((*o).settle == INFINITE) {
    (*o).settle = select(f32(step) * parameters.step, parameters.time, last);
  }

  // The segment between two states crosses the negative axis where y changes sign on that side.
  let planar = isPlanar(start);
  let p = turningPoint((*o).state, planar);
  let q = turningPoint(next.state, planar);
  let cross = p.x * q.y - p.y * q.x;
  if (p.y >= 0.0 && q.y < 0.0 && cross > 0.0) {
    (*o).crossings += 1.0;
  }
  if (p.y < 0.0 && q.y >= 0.0 && cross < 0.0) {
    (*o).crossings -= 1.0;
  }

  let falling = select(0u, 1u, squared < previousSquared);
  if (step > parameters.half && falling != (*o).falling) {
    (*o).swings += 1u;
  }
  (*o).falling = falling;
  (*o).state = next.state;

  if (step == parameters.quarter) {
    (*o).peakSquared = squared;
  } else if (step == parameters.half) {
    (*o).peak2 = sqrt((*o).peakSquared);
    (*o).turnsAtHalf = turnsOf((*o).crossings, start, next.state);
    (*o).peakSquared = squared;
  } else if (step == parameters.threeQuarters) {
    (*o).peak3 = sqrt((*o).peakSquared);
    (*o).momentum3 = abs(angularMomentum(next.state));
    (*o).speed3 = length(velocity(next.state));
    (*o).peakSquared = squared;
  }
}

fn measured(o: Observation, start: vec4f) -> Measured {
  let bounded = o.bounded == 1u;
  let peak4 = sqrt(o.peakSquared);
  let turns = turnsOf(o.crossings, start, o.state);
  var m: Measured;
  m.distance = select(INFINITE, length(o.state.zw), bounded);
  m.amplitude = select(INFINITE, peak4, bounded);
  m.rate = select(UNDEFINED, logRatio(peak4, o.peak3) / (0.25 * parameters.time), bounded);
  m.settle = select(INFINITE, o.settle, bounded);
  m.turns = select(UNDEFINED, turns, bounded);
  m.ema = select(INFINITE, length(o.average), bounded);
  m.outcome = outcome(o, peak4, abs(turns - o.turnsAtHalf));
  return m;
}
