// What is kept of each quarter of the horizon of the trajectories that an invocation takes.

// What is kept of a quarter of the horizon; see Quarter in src/measures/labels/quarters.ts.
struct ObservedQuarter {
  high: LaneF32,
  low: LaneF32,
  meanSquare: LaneF32,
  // At its end: |phi|, |L|, the potential amplitude, and the speed of the step before.
  phi: LaneF32,
  angularMomentum: LaneF32,
  potential: LaneF32,
  speed: LaneF32,
  // After how many steps |theta| was largest.
  highStep: LaneF32,
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

// What is kept of the quarter of `steps` steps that ends at `now`; `speed` is the last step's.
fn observedQuarter(o: Observation, steps: u32, now: AugmentedState, speed: LaneF32) -> ObservedQuarter {
  let phi1 = LENGTH_SCALE * phi1Of(now);
  let phi2 = LENGTH_SCALE * phi2Of(now);
  let phiSquare = phi1 * phi1 + phi2 * phi2;
  return ObservedQuarter(
    sqrt(o.peakSquared) / LENGTH_SCALE,
    sqrt(o.lowSquared) / LENGTH_SCALE,
    o.squaredSum / f32(steps),
    sqrt(phiSquare) / LENGTH_SCALE,
    abs(angularMomentumOf(now)),
    sqrt(thetaSquareOf(now) + rateRatio() * phiSquare) / LENGTH_SCALE,
    speed,
    o.peakStep,
  );
}

// Ends a quarter, if step number `step` is the last of one; `speed` is that step's.
// What is kept is computed in one place, as compilers inline every call.
fn closeQuarter(
  o: ptr<function, Observation>,
  step: i32,
  start: AugmentedState,
  now: AugmentedState,
  speed: LaneF32,
) {
  let ends = u32(step);
  var begins = 0u;
  if (ends == parameters.half) {
    begins = parameters.quarter;
  } else if (ends == parameters.threeQuarters) {
    begins = parameters.half;
  } else if (ends == parameters.steps) {
    begins = parameters.threeQuarters;
  } else if (ends != parameters.quarter) {
    return;
  }
  let quarter = observedQuarter(*o, ends - begins, now, speed);
  let windingNumber = windingNumberOf((*o).crossings, start, now);
  if (ends == parameters.steps) {
    (*o).last = quarter;
    (*o).windingNumber = windingNumber;
    return;
  }
  if (ends == parameters.threeQuarters) {
    (*o).third = quarter;
  } else if (ends == parameters.half) {
    (*o).second = quarter;
    (*o).windingNumberAtHalf = windingNumber;
    // From here on they count; before, only which way |theta| went.
    (*o).extremaCount = LaneI32(0);
  } else {
    (*o).first = quarter;
  }
  (*o).peakSquared = thetaSquareOf(now);
  (*o).lowSquared = thetaSquareOf(now);
  (*o).squaredSum = LaneF32(0.0);
  (*o).peakStep = LaneF32(f32(step));
}

// A quarter of trajectory number `which` of those in the lanes.
fn quarterAt(q: ObservedQuarter, which: u32) -> Quarter {
  return Quarter(
    f32At(q.high, which),
    f32At(q.low, which),
    f32At(timeAfter(q.highStep), which),
    f32At(q.meanSquare, which),
    f32At(q.phi, which),
    f32At(q.angularMomentum, which),
    f32At(q.potential, which),
    f32At(q.speed, which),
  );
}
