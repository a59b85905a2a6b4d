// What an integration keeps of its trajectories, and the measures that follow from it.
// Twin of src/measures/observer.ts. Of a trajectory that left every bound, only the strains count.

const TAU: f32 = 6.283185307179586;

// A step that does not come.
const NEVER: i32 = 0x7fffffff;

struct Observation {
  // Moving average of theta.
  average1: Number,
  average2: Number,
  // Largest |theta|^2 of the present quarter, and largest |theta| of the second and the third.
  peakSquare: Number,
  peak2: Number,
  peak3: Number,
  // How often theta crossed the negative axis, counter-clockwise as 1; turns up to T/2.
  crossings: Number,
  turnsAtHalf: Number,
  // Squared strain of a step: the largest, and the sum.
  strain2: Number,
  strain2Sum: Number,
  // |L| at 3T/4, and the speed of the step before; the speed of the last step.
  momentum3: Number,
  speed3: Number,
  speed4: Number,
  // After which step each of the peaks was.
  peakStep: Count,
  peakStep2: Count,
  peakStep3: Count,
  // Since which step |theta| < eps, NEVER while it is not.
  settleStep: Count,
  // Turning points of |theta| since T/2.
  swings: Count,
  falling: Count,
  bounded: Count,
  // Of an adaptive method: L was lost in rounding, 1, and has come back, 2.
  lost: Count,
}

// How a dispatch looks at trajectories: what does not change from step to step.
struct View {
  // Which of them are not in one dimension.
  planar: Flag,
  epsSquare: f32,
  // What the moving average keeps in a step.
  keep: f32,
  // 1 in the second half of the horizon.
  second: i32,
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
  let magnitude = bitcast<vec4i>(s) & vec4i(0x7fffffff);
  let pair = max(magnitude.xy, magnitude.zw);
  return max(pair.x, pair.y) < bitcast<i32>(bound);
}

// L = phi1 theta2 - phi2 theta1
fn angularMomentum(s: vec4f) -> f32 {
  return inner(s.xy, vec2f(s.w, -s.z));
}

fn isPlanar(start: Point) -> Flag {
  return (phi2Of(start) != Number(0.0)) | (theta2Of(start) != Number(0.0));
}

// The point whose angle is counted is theta, or (theta1, phi1) in one dimension (phi2 = theta2 = 0).
fn turningY(p: Point, planar: Flag) -> Number {
  return select(phi1Of(p), theta2Of(p), planar);
}

fn turnsOf(crossings: Number, start: Point, now: Point) -> Number {
  let planar = isPlanar(start);
  let before = angle(theta1Of(start), turningY(start, planar));
  let after = angle(theta1Of(now), turningY(now, planar));
  return crossings + (after - before) / TAU;
}

// The angle of (x, y) in (-pi, pi], and 0 at 0, where atan2 is undefined.
fn angle(x: Number, y: Number) -> Number {
  let zero = Number(0.0);
  // A zero of either sign counts as above the axis, as crossings do.
  return select(atan2(select(y, zero, y == zero), x), zero, (x == zero) & (y == zero));
}

fn timeAfter(step: i32) -> f32 {
  return select(f32(step) * parameters.step, parameters.horizon, step == i32(parameters.steps));
}

fn viewOf(start: Point, firstStep: i32, keep: f32) -> View {
  let second = select(0, 1, firstStep >= i32(parameters.half));
  return View(isPlanar(start), parameters.eps * parameters.eps, keep, second);
}

fn beginObservation(start: Point) -> Observation {
  var o: Observation;
  o.average1 = theta1Of(start);
  o.average2 = theta2Of(start);
  o.peakSquare = thetaSquareOf(start);
  let settled = o.peakSquare < Number(parameters.eps * parameters.eps);
  o.settleStep = select(Count(NEVER), Count(0), settled);
  o.bounded = Count(1);
  return o;
}

// The points before and after step number `step` (from 1), and the step's squared strain.
// Straight-line code: it runs after every step, and branches cost more than what they would save.
fn observe(
  o: ptr<function, Observation>,
  view: View,
  step: i32,
  before: Point,
  after: Point,
  strain2: Number,
) {
  let cap = Number(TOLERANCE_STRAIN2_CAP);
  let measurable = (bitcast<Count>(strain2) & Count(0x7fffffff)) < bitcast<Count>(cap);
  let counted = select(Number(0.0), select(cap, strain2, measurable), (*o).bounded == Count(1));
  (*o).strain2 = max((*o).strain2, counted);
  (*o).strain2Sum += counted;
  (*o).bounded = select(Count(0), (*o).bounded, isWithin(after, TOLERANCE_BOUND));

  // m <- beta m + (1 - beta) s
  let x = theta1Of(after);
  (*o).average1 = view.keep * (*o).average1 + (1.0 - view.keep) * x;
  (*o).average2 = view.keep * (*o).average2 + (1.0 - view.keep) * theta2Of(after);

  let square = thetaSquareOf(after);
  (*o).peakStep = select((*o).peakStep, Count(step), square > (*o).peakSquare);
  (*o).peakSquare = max((*o).peakSquare, square);
  // The first step since |theta| < eps: the least one seen while it lasts.
  let far = square >= Number(view.epsSquare);
  (*o).settleStep = select(min((*o).settleStep, Count(step)), Count(NEVER), far);

  // The segment between two states crosses the negative axis where y changes sign on that side.
  let zero = Number(0.0);
  let yBefore = turningY(before, view.planar);
  let y = turningY(after, view.planar);
  let turned = theta1Of(before) * y - yBefore * x;
  let above = y >= zero;
  let wasAbove = yBefore >= zero;
  let left = wasAbove & !above & (turned > zero);
  let right = !wasAbove & above & (turned < zero);
  (*o).crossings += select(zero, Number(1.0), left) - select(zero, Number(1.0), right);

  let was = thetaSquareOf(before);
  let still = abs(square - was) <= TOLERANCE_RIPPLE * was;
  let falling = select(select(Count(0), Count(1), square < was), (*o).falling, still);
  (*o).swings += (falling ^ (*o).falling) & Count(view.second);
  (*o).falling = falling;
  if (METHOD_ADAPTIVE) {
    watchMomentum(o, after);
  }
}

// Whether L has been lost in rounding and come back.
fn watchMomentum(o: ptr<function, Observation>, now: Point) {
  let momentum = momentumOf(now);
  let phiSquare = phi1Of(now) * phi1Of(now) + phi2Of(now) * phi2Of(now);
  let most = phiSquare * thetaSquareOf(now);
  let grazes = momentum * momentum < TOLERANCE_GRAZED * TOLERANCE_GRAZED * most;
  let back = momentum * momentum > TOLERANCE_REGAINED * TOLERANCE_REGAINED * most;
  let regained = select(Count(0), Count(2), back & ((*o).lost > Count(0)));
  (*o).lost = max((*o).lost, select(regained, Count(1), grazes));
}

// What is kept at the end of a quarter, if step number `step` is one; `speed` is that step's.
fn closeQuarter(
  o: ptr<function, Observation>,
  step: i32,
  start: Point,
  now: Point,
  speed: Number,
) {
  if (step == i32(parameters.half)) {
    (*o).peak2 = sqrt((*o).peakSquare);
    (*o).peakStep2 = (*o).peakStep;
    (*o).turnsAtHalf = turnsOf((*o).crossings, start, now);
  }
  if (step == i32(parameters.threeQuarters)) {
    (*o).peak3 = sqrt((*o).peakSquare);
    (*o).peakStep3 = (*o).peakStep;
    (*o).momentum3 = abs(momentumOf(now));
    (*o).speed3 = speed;
  }
  if (step == i32(parameters.quarter) || step == i32(parameters.half) || step == i32(parameters.threeQuarters)) {
    (*o).peakSquare = thetaSquareOf(now);
    (*o).peakStep = Count(step);
  }
  (*o).speed4 = speed;
}

// The measures of trajectory number `which` of those that are abreast.
fn measured(o: Observation, motion: Motion, start: Point, which: u32) -> Measured {
  let bounded = countAt(o.bounded, which) == 1;
  let state = stateAt(motion.point, which);
  let turns = numberAt(turnsOf(o.crossings, start, motion.point), which);
  let peak3 = numberAt(o.peak3, which);
  let peak4 = sqrt(numberAt(o.peakSquare, which));
  let settleStep = countAt(o.settleStep, which);
  let average = vec2f(numberAt(o.average1, which), numberAt(o.average2, which));
  var m: Measured;
  m.distance = select(INFINITE, length(state.zw), bounded);
  m.amplitude = select(INFINITE, peak4, bounded);
  m.rate = select(UNDEFINED, logRatio(peak4, peak3) / (0.25 * parameters.horizon), bounded);
  m.settle = select(INFINITE, timeAfter(settleStep), bounded && settleStep != NEVER);
  m.turns = select(UNDEFINED, turns, bounded);
  m.ema = select(INFINITE, length(average), bounded);
  m.lyapunov = select(UNDEFINED, lyapunovOf(motion), bounded);
  m.outcome = outcome(Evidence(
    state,
    bounded,
    countAt(o.lost, which) == 2,
    numberAt(o.strain2, which),
    numberAt(o.strain2Sum, which),
    numberAt(o.peak2, which),
    peak3,
    peak4,
    timeAfter(countAt(o.peakStep3, which)) - timeAfter(countAt(o.peakStep2, which)),
    timeAfter(countAt(o.peakStep, which)) - timeAfter(countAt(o.peakStep3, which)),
    numberAt(o.speed3, which),
    numberAt(o.speed4, which),
    numberAt(o.momentum3, which),
    u32(countAt(o.swings, which)),
    abs(turns - numberAt(o.turnsAtHalf, which)),
  ));
  return m;
}
