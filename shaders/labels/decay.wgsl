// Where theta converges, or stops on the way. Twin of src/measures/labels/decay.ts, where each rule has its reason.

// At 0 for the last quarter, and not on the way through.
fn isConverged(e: Evidence, s: Signs) -> bool {
  // Steps that keep their size burst out again, once what they remember has faded.
  if ((e.last.high >= parameters.eps) | METHOD_CONSTANT_STEP_SIZE) {
    return false;
  }
  if (e.last.high <= max(LEAST_LENGTH, parameters.leastDistance)) {
    return true;
  }
  if (s.high.z >= -s.flat) {
    return false;
  }
  let collapsed = e.last.potential < TOLERANCE_COLLAPSE * e.third.high;
  return collapsed | (!s.coarse & (s.envelope | comesToRest(e, s)));
}

// At rest, whatever the steps were like before.
fn isStuck(e: Evidence, s: Signs) -> bool {
  let size = length(LENGTH_SCALE * e.state) / LENGTH_SCALE;
  if (METHOD_CONSTANT_STEP_SIZE) {
    // What small gradients are divided by is forgotten, and such steps burst out, unless there are none.
    let farthest = e.last.speed * TOLERANCE_FORGOTTEN * (TOLERANCE_AHEAD * parameters.horizon);
    return (farthest < TOLERANCE_REST * size) & (abs(dot(e.state.xy, e.state.zw)) > TOLERANCE_SATURATED);
  }
  let slow = e.last.speed * (0.25 * parameters.horizon) < TOLERANCE_REST * size;
  let stopping = (e.last.speed < TOLERANCE_REST_DECAY * e.third.speed)
    | (e.last.speed < TOLERANCE_REST_FLOOR * size);
  // A cycle may pass a rest slowly, and has turned by then; a rule's may burst out again, unless its
  // gradients have vanished.
  let vanished = e.last.speed * TOLERANCE_AHEAD * parameters.horizon < TOLERANCE_RIPPLE * size;
  if ((parameters.stepsWiden != 0u) & !isLinear(e)) {
    // Steps that widen the orbit go on as soon as it comes out of where gradients are small.
    let ahead = e.last.speed * TOLERANCE_AHEAD * parameters.horizon;
    return (ahead < TOLERANCE_REST * size) & (e.windingNumber < TOLERANCE_WINDING_NUMBER);
  }
  let stays = METHOD_FLOWS | (e.last.high - e.last.low < TOLERANCE_REST * size) | vanished;
  if (slow & stopping & stays & (e.windingNumber < TOLERANCE_WINDING_NUMBER)) {
    return true;
  }
  // A rule that has moved far, and then no more.
  let highest = atLeast(e.third.high, e.last.high);
  let lowest = atMost(e.third.low, e.last.low);
  return !METHOD_FLOWS & slow
    & (e.first.low < TOLERANCE_FALLEN * e.first.high) & (e.windingNumber < TOLERANCE_REST_TURNS)
    & (logRatio(highest, lowest) < TOLERANCE_REST);
}

fn isConverging(e: Evidence, s: Signs) -> bool {
  if ((s.high.z >= -s.flat) | (s.high.y >= 0.0) | s.coarse | isConservative(e, s)) {
    return false;
  }
  // Steps that keep their length end on a cycle of about that size.
  if ((parameters.limitCycle != 0u) | (!METHOD_FLOWS & (stepAtEquilibrium() > parameters.eps))) {
    return false;
  }
  if (s.held) {
    // L keeps theta off 0 unless phi grows, and does so for itself.
    let grows = growsSteadily(s.phi) & (s.potential.z > TOLERANCE_FALLEN * s.phi.z);
    // A rule's steps get too long for such a phi.
    return METHOD_FLOWS & s.monotone & grows & decaysOn(s.high, TOLERANCE_FLAT, TOLERANCE_PERSISTENCE_OF_SPIRALS);
  }
  let even = s.spins
    & (goesOneWay(s.angularMomentum, TOLERANCE_RISE, INFINITE, TOLERANCE_EXPONENTIAL)
      | goesOneWay(s.angularMomentum, TOLERANCE_STEEP, INFINITE, TOLERANCE_STEEP_EXPONENTIAL));
  let together = even & (mostOf(s.potential) < TOLERANCE_ANGULAR_MOMENTUM * s.angularMomentum.z);
  if (!(s.followed | together | comesToRest(e, s))) {
    return false;
  }
  if (s.monotone & (abs(s.phi.z) < s.flat)) {
    // To rest at 0 at a rate that phi sets; a walk past 0 falls ever faster.
    return (s.high.z > TOLERANCE_HASTENING * s.high.y)
      & decaysOn(s.high, TOLERANCE_FLAT, TOLERANCE_PERSISTENCE_OF_SPIRALS);
  }
  // Both players' share has to fall with theta.
  if ((atLeast(s.potential.x, s.potential.y) >= 0.0)
    | (s.potential.z > TOLERANCE_ANGULAR_MOMENTUM * s.high.z)) {
    return false;
  }
  // L may fall to that of a circle, whose inner radius then no longer falls.
  if (s.annular & !s.monotone & !even & (s.low.z > TOLERANCE_COLLAPSE * s.high.z)) {
    return false;
  }
  if (isLinear(e)) {
    let growth = growthAlongLine(e);
    return (METHOD_FLOWS | keepsOn(growth, TOLERANCE_HASTENING)) & decaysOn(growth, TOLERANCE_RISE, TOLERANCE_PERSISTENCE_OF_LINES);
  }
  let spirals = s.spins & (mostOf(s.angularMomentum) < -TOLERANCE_RISE);
  let growth = select(s.potential, s.angularMomentum, spirals);
  if (s.monotone) {
    return decaysOn(growth, TOLERANCE_FLAT, TOLERANCE_PERSISTENCE_OF_SPIRALS);
  }
  return decaysOn(growth, TOLERANCE_RISE, TOLERANCE_PERSISTENCE);
}

// Whether a decay goes on to 0 and does not end at a radius.
fn decaysOn(growth: vec3f, least: f32, persistence: f32) -> bool {
  return isEndless(-growth, log(TOLERANCE_FAR), least, persistence);
}

// Whether theta neither swings nor turns and still is on its way to rest at 0, not on one side of a
// single long swing.
fn comesToRest(e: Evidence, s: Signs) -> bool {
  let fallen = e.last.potential < TOLERANCE_FALLEN * e.third.high;
  return isStraight(s) & (fallen | (abs(s.phi.z) < s.flat))
    & (logRatio(e.last.speed, e.third.speed) < TOLERANCE_SLOWING * s.high.z);
}
