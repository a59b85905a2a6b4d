// What an integration keeps of its trajectories. Twin of src/measures/observe.ts. Lengths are squared times LENGTH_SCALE, so that their squares do not
// underflow. Of a trajectory that left every bound, only the error ratios count.

struct Observation {
  // Moving average of theta.
  emaTheta1: LaneF32,
  emaTheta2: LaneF32,
  // Of the present quarter: largest and smallest |theta|^2, times LENGTH_SCALE^2, and the sum of |theta|^2
  // over the steps.
  peakSquared: LaneF32,
  lowSquared: LaneF32,
  squaredSum: LaneF32,
  // How often theta crossed the negative axis, counter-clockwise as 1; turns up to T/2 and up to T.
  crossings: LaneF32,
  windingNumberAtHalf: LaneF32,
  windingNumber: LaneF32,
  // Squared error ratio of a step: the largest, and the sum.
  errorRatioSquared: LaneF32,
  errorRatioSquaredSum: LaneF32,
  // After how many steps the peak was.
  peakStep: LaneF32,
  // The time since when |theta| is below eps; INFINITE while it is not.
  settledAt: LaneF32,
  // After how many steps the last was that moved by eps or more in a unit of time.
  lastMoving: LaneF32,
  // Turning points of |theta|, in the second half since T/2.
  extremaCount: LaneI32,
  falling: LaneI32,
  bounded: LaneI32,
  // Of an adaptive method: L was lost in rounding, 1, and has come back, 2.
  angularMomentumLost: LaneI32,
  first: ObservedQuarter,
  second: ObservedQuarter,
  third: ObservedQuarter,
  last: ObservedQuarter,
}

// How a dispatch looks at trajectories: what does not change from step to step.
struct View {
  // How much of theta2 and of phi1 the turning point's y is: LENGTH_SCALE and 0, or 0 and that in one
  // dimension.
  ofTheta2: LaneF32,
  ofPhi1: LaneF32,
  epsSquare: f32,
  // What the moving average keeps in a step.
  emaDecay: f32,
}

fn viewOf(start: AugmentedState, emaDecay: f32) -> View {
  let planar = isPlanar(start);
  let scale = LaneF32(LENGTH_SCALE);
  let ofTheta2 = select(LaneF32(0.0), scale, planar);
  let ofPhi1 = select(scale, LaneF32(0.0), planar);
  return View(ofTheta2, ofPhi1, scaledSquare(parameters.eps), emaDecay);
}

fn beginObservation(start: AugmentedState) -> Observation {
  var o: Observation;
  o.emaTheta1 = theta1Of(start);
  o.emaTheta2 = theta2Of(start);
  o.peakSquared = thetaSquareOf(start);
  o.lowSquared = o.peakSquared;
  let inside = o.peakSquared < LaneF32(scaledSquare(parameters.eps));
  o.settledAt = select(LaneF32(INFINITE), LaneF32(0.0), inside);
  o.bounded = LaneI32(1);
  return o;
}

// The states before and after a step or substep, after which so many steps are done, and whether it moved
// by eps or more in a unit of time.
// Straight-line code of comparisons and selections: it runs after every step, and branches would
// cost more than they save.
fn observe(
  o: ptr<function, Observation>,
  view: View,
  steps: LaneF32,
  before: AugmentedState,
  after: AugmentedState,
  isMoving: LaneBool,
  substep: Substep,
) {
  let errorRatioSquared = substep.errorRatioSquared;
  // By their bits, which order like the numbers; those of what is not finite lie beyond the cap.
  let cap = LaneF32(TOLERANCE_ERROR_RATIO_SQUARED_CAP);
  let measurable = (bitcast<LaneI32>(errorRatioSquared) & LaneI32(0x7fffffff)) < bitcast<LaneI32>(cap);
  let counted = select(LaneF32(0.0), select(cap, errorRatioSquared, measurable), (*o).bounded == LaneI32(1));
  (*o).errorRatioSquared = select((*o).errorRatioSquared, counted, counted > (*o).errorRatioSquared);
  (*o).errorRatioSquaredSum += counted;
  (*o).bounded = select(LaneI32(0), (*o).bounded, isWithin(after, TOLERANCE_BOUND));

  // m <- beta m + (1 - beta) s
  let x = theta1Of(after);
  var emaDecay = LaneF32(view.emaDecay);
  if (METHOD_REFINES) {
    if (anySet(substep.share != LaneF32(1.0))) {
      // The floor keeps 0^0 out.
      let whole = substep.share == LaneF32(1.0);
      emaDecay = select(pow(max(emaDecay, LaneF32(1e-30)), substep.share), emaDecay, whole);
    }
  }
  (*o).emaTheta1 = emaDecay * (*o).emaTheta1 + (1.0 - emaDecay) * x;
  (*o).emaTheta2 = emaDecay * (*o).emaTheta2 + (1.0 - emaDecay) * theta2Of(after);

  let square = thetaSquareOf(after);
  let higher = square > (*o).peakSquared;
  (*o).peakSquared = select((*o).peakSquared, square, higher);
  (*o).peakStep = select((*o).peakStep, steps, higher);
  (*o).lowSquared = select((*o).lowSquared, square, square < (*o).lowSquared);
  (*o).squaredSum += substep.share * (square / (LENGTH_SCALE * LENGTH_SCALE));
  let outside = square >= LaneF32(view.epsSquare);
  let enters = !outside & ((*o).settledAt == LaneF32(INFINITE));
  (*o).settledAt = select((*o).settledAt, LaneF32(INFINITE), outside);
  if (anySet(enters)) {
    (*o).settledAt = select((*o).settledAt, timeBelow(view, steps, substep.share, before, after), enters);
  }
  (*o).lastMoving = select((*o).lastMoving, steps, isMoving);

  // The segment between two states crosses the negative axis where y changes sign on that side.
  let zero = LaneF32(0.0);
  let yBefore = turningY(before, view);
  let y = turningY(after, view);
  let above = y >= zero;
  let turn = select(LaneF32(1.0), LaneF32(-1.0), above);
  let turned = (turningX(before) * y - yBefore * turningX(after)) * turn;
  let crosses = (above != (yBefore >= zero)) & (turned > zero);
  (*o).crossings += select(zero, turn, crosses);

  let was = thetaSquareOf(before);
  let change = square - was;
  let moves = abs(change) > TOLERANCE_RIPPLE * was;
  let flips = moves & ((change < zero) != ((*o).falling == LaneI32(1)));
  let flip = select(LaneI32(0), LaneI32(1), flips);
  (*o).extremaCount += flip;
  (*o).falling ^= flip;
  // A box with directions of its own may take L from one sign to the other.
  if (METHOD_REFINES && ISOTROPIC) {
    if (METHOD_ADAPTIVE || anySet(substep.share != LaneF32(1.0))) {
      watchAngularMomentum(o, after);
    }
  }
}

// What was seen of trajectory number `which` of those in the lanes. `given` is its start, where `start` may
// be that turned to the first axis.
fn observedOf(
  o: Observation,
  integrator: IntegratorState,
  start: AugmentedState,
  given: vec4f,
  which: u32,
) -> Observed {
  let isResting = f32At(o.lastMoving, which) < f32(parameters.steps);
  return Observed(
    given,
    stateAt(start, which),
    stateAt(integrator.state, which),
    tangentGrowthOf(integrator),
    quarterAt(o.first, which),
    quarterAt(o.second, which),
    quarterAt(o.third, which),
    quarterAt(o.last, which),
    vec2f(f32At(o.emaTheta1, which), f32At(o.emaTheta2, which)),
    f32At(o.settledAt, which),
    select(INFINITE, f32At(timeAfter(o.lastMoving), which), isResting),
    f32At(o.windingNumber, which),
    f32At(o.windingNumberAtHalf, which),
    f32At(o.errorRatioSquared, which),
    f32At(o.errorRatioSquaredSum, which),
    lyapunovOf(integrator),
    u32(i32At(o.extremaCount, which)),
    u32(i32At(o.bounded, which)),
    u32(i32At(o.angularMomentumLost, which)),
  );
}
