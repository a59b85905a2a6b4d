// What an integration keeps of its trajectories, and the measures that follow from it.
// Twin of src/measures/observer.ts. Of a trajectory that left every bound, only the strains count.

const TAU: f32 = 6.283185307179586;

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
  // The last step after which |theta| was not below eps; -1 while there is none.
  farStep: Count,
  // Turning points of |theta|, in the second half since T/2.
  swings: Count,
  falling: Count,
  bounded: Count,
  // Of an adaptive method: L was lost in rounding, 1, and has come back, 2.
  lost: Count,
}

// How a dispatch looks at trajectories: what does not change from step to step.
struct View {
  // How much of theta2 and of phi1 the turning point's y is: 1 and 0, or 0 and 1 in one dimension.
  ofTheta2: Number,
  ofPhi1: Number,
  epsSquare: f32,
  // What the moving average keeps in a step.
  keep: f32,
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
  return all((bitcast<vec4i>(s) & vec4i(0x7fffffff)) < vec4i(bitcast<i32>(bound)));
}

// L = phi1 theta2 - phi2 theta1
fn angularMomentum(s: vec4f) -> f32 {
  return inner(s.xy, vec2f(s.w, -s.z));
}

fn isPlanar(start: Point) -> Flag {
  return (phi2Of(start) != Number(0.0)) | (theta2Of(start) != Number(0.0));
}

// The point whose angle is counted is theta, or (theta1, phi1) in one dimension (phi2 = theta2 = 0).
fn turningY(p: Point, view: View) -> Number {
  return view.ofTheta2 * theta2Of(p) + view.ofPhi1 * phi1Of(p);
}

fn turnsOf(crossings: Number, start: Point, now: Point) -> Number {
  let view = viewOf(start, 0.0);
  let before = angle(theta1Of(start), turningY(start, view));
  let after = angle(theta1Of(now), turningY(now, view));
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

fn viewOf(start: Point, keep: f32) -> View {
  let planar = isPlanar(start);
  let ofTheta2 = select(Number(0.0), Number(1.0), planar);
  let ofPhi1 = select(Number(1.0), Number(0.0), planar);
  return View(ofTheta2, ofPhi1, parameters.eps * parameters.eps, keep);
}

fn beginObservation(start: Point) -> Observation {
  var o: Observation;
  o.average1 = theta1Of(start);
  o.average2 = theta2Of(start);
  o.peakSquare = thetaSquareOf(start);
  o.farStep = select(Count(0), Count(-1), o.peakSquare < Number(parameters.eps * parameters.eps));
  o.bounded = Count(1);
  return o;
}

// The points before and after step number `step` (from 1), and the step's squared strain.
// Straight-line code of comparisons and selections: it runs after every step, and branches would
// cost more than they save.
fn observe(
  o: ptr<function, Observation>,
  view: View,
  step: i32,
  before: Point,
  after: Point,
  strain2: Number,
) {
  // By their bits, which order like the numbers; those of what is not finite lie beyond the cap.
  let cap = Number(TOLERANCE_STRAIN2_CAP);
  let measurable = (bitcast<Count>(strain2) & Count(0x7fffffff)) < bitcast<Count>(cap);
  let counted = select(Number(0.0), select(cap, strain2, measurable), (*o).bounded == Count(1));
  (*o).strain2 = select((*o).strain2, counted, counted > (*o).strain2);
  (*o).strain2Sum += counted;
  (*o).bounded = select(Count(0), (*o).bounded, isWithin(after, TOLERANCE_BOUND));

  // m <- beta m + (1 - beta) s
  let x = theta1Of(after);
  (*o).average1 = view.keep * (*o).average1 + (1.0 - view.keep) * x;
  (*o).average2 = view.keep * (*o).average2 + (1.0 - view.keep) * theta2Of(after);

  let square = thetaSquareOf(after);
  let higher = square > (*o).peakSquare;
  (*o).peakSquare = select((*o).peakSquare, square, higher);
  (*o).peakStep = select((*o).peakStep, Count(step), higher);
  (*o).farStep = select((*o).farStep, Count(step), square >= Number(view.epsSquare));

  // The segment between two states crosses the negative axis where y changes sign on that side.
  let zero = Number(0.0);
  let yBefore = turningY(before, view);
  let y = turningY(after, view);
  let above = y >= zero;
  let turn = select(Number(1.0), Number(-1.0), above);
  let turned = (theta1Of(before) * y - yBefore * x) * turn;
  let crosses = (above != (yBefore >= zero)) & (turned > zero);
  (*o).crossings += select(zero, turn, crosses);

  let was = thetaSquareOf(before);
  let change = square - was;
  let moves = abs(change) > TOLERANCE_RIPPLE * was;
  let flips = moves & ((change < zero) != ((*o).falling == Count(1)));
  let flip = select(Count(0), Count(1), flips);
  (*o).swings += flip;
  (*o).falling ^= flip;
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

// The step after which the quarter of step number `step` + 1 ends.
fn endOfQuarter(step: i32) -> i32 {
  let ends = vec4i(
    i32(parameters.quarter),
    i32(parameters.half),
    i32(parameters.threeQuarters),
    i32(parameters.steps),
  );
  let left = select(vec4i(0x7fffffff), ends, ends > vec4i(step));
  return min(min(left.x, left.y), min(left.z, left.w));
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
    // From here on they count; before, only which way |theta| went.
    (*o).swings = Count(0);
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
  let settleStep = countAt(o.farStep, which) + 1;
  let average = vec2f(numberAt(o.average1, which), numberAt(o.average2, which));
  var m: Measured;
  m.distance = select(INFINITE, length(state.zw), bounded);
  m.amplitude = select(INFINITE, peak4, bounded);
  m.rate = select(UNDEFINED, logRatio(peak4, peak3) / (0.25 * parameters.horizon), bounded);
  m.settle = select(INFINITE, timeAfter(settleStep), bounded && settleStep <= i32(parameters.steps));
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
