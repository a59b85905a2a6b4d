// Where theta stays between two radii. Twin of src/measures/labels/orbits.ts, where each rule has its reason.

// Between two radii that no longer change, or that close in on one another.
fn isOrbiting(e: Evidence, s: Signs) -> bool {
  if (!s.circles | (e.last.high <= LEAST_LENGTH)) {
    return false;
  }
  if (angularMomentumGrows(e, s)) {
    return closesIn(e, s) & (s.potential.z < s.steady);
  }
  if (isPeriodic(s)) {
    return true;
  }
  if (s.coarse) {
    return keepsToRing(e);
  }
  let change = abs(s.high.z);
  let before = abs(s.high.y);
  if ((parameters.limitCycle != 0u) & !isLinear(e) & closes(s.high)) {
    return true;
  }
  let still = atLeast(change, before) < TOLERANCE_FLAT;
  if (((s.steady >= TOLERANCE_FLAT_LIMIT) & !still) | drifts(e, s)) {
    return false;
  }
  if (!s.fine) {
    return closesIn(e, s);
  }
  let falls = angularMomentumFalls(s);
  let isOnLine = isLinear(e);
  // A rule's radii that wander, as hinge-gan's by momentum, may all but stand still twice by chance.
  let calms = select(
    select(
      (atLeast(abs(s.high.x), before) < s.steady)
        | (atLeast(before, change) < TOLERANCE_SETTLING * TOLERANCE_SETTLING * s.steady)
        | (change < TOLERANCE_WIDENING),
      atLeast(atLeast(select(abs(s.high.x), 0.0, METHOD_KEEPS_ORBITS), before), change)
        < TOLERANCE_SETTLING * TOLERANCE_SETTLING * s.steady,
      isOnLine,
    ),
    (before < 2.0 * s.steady) | (change < TOLERANCE_SETTLING * before),
    METHOD_FLOWS,
  );
  if ((change < s.steady) & calms) {
    // Of a motion whose radii stand still L may go to and fro by more.
    return !falls
      | (atMost(s.angularMomentum.y, s.angularMomentum.z) < -TOLERANCE_FASTEST * s.steady);
  }
  if ((change < s.steady) & !METHOD_FLOWS & !s.annular) {
    return closesIn(e, s);
  }
  if (!s.envelope | (!METHOD_FLOWS & isOnLine)) {
    return false;
  }
  // The outer radius falls and the inner one rises: they enclose a circle.
  if (s.annular & !falls & (s.high.z < s.steady) & (s.low.z > -s.steady)) {
    return true;
  }
  if ((s.high.z < 0.0) & isHeldForGood(s) & !growsSteadily(s.phi)) {
    return true;
  }
  let inner = select(s.high.z > 0.0, settles(s.low, s.steady), s.annular);
  return settles(s.high, s.steady) & settles(s.angularMomentum, s.steady) & inner;
}

// Changes that slow, as a geometric series of little more: on the way to the radius that a theorem has.
fn closes(changes: vec3f) -> bool {
  let ratio = abs(changes.z / changes.y);
  return (ratio < 1.0) & (abs(changes.z) * ratio < TOLERANCE_CLOSING * (1.0 - ratio));
}

// A rule's radii repeat from quarter to quarter, to rounding: a cycle of a few steps, or a circle.
fn isPeriodic(s: Signs) -> bool {
  let changes = vec4f(s.high.yz, s.low.yz);
  return !METHOD_FLOWS & !METHOD_CONSTANT_STEP_SIZE & all(abs(changes) < vec4f(TOLERANCE_CREEP));
}

// Over the last two quarters a rule has turned many times at one |theta|: a cycle of a few steps.
fn keepsToRing(e: Evidence) -> bool {
  let high = atLeast(e.third.high, e.last.high);
  let low = atMost(e.third.low, e.last.low);
  return !METHOD_FLOWS & (e.windingNumber > TOLERANCE_MANY_TURNS) & (high - low < TOLERANCE_REST * high);
}

// Whether the radii of a rule close in on a circle or a cycle, all the way.
fn closesIn(e: Evidence, s: Signs) -> bool {
  let rises = (leastOf(s.low) > -TOLERANCE_CREEP) & slows(s.low);
  // Turning points of a circle are rounding.
  let isCircle = (e.last.high - e.last.low < TOLERANCE_REST * e.last.high)
    & (e.windingNumber >= TOLERANCE_WINDING_NUMBER);
  return (s.envelope | isCircle) & (mostOf(s.high) < TOLERANCE_CREEP) & slows(s.high) & select(isHeldForGood(s), rises, s.annular);
}

// What closes in changes less and less.
fn slows(changes: vec3f) -> bool {
  return abs(changes.z) < atLeast(abs(changes.y), TOLERANCE_CREEP);
}

// L holds theta off 0, and no steps that keep their length at the equilibrium can take it away.
fn isHeldForGood(s: Signs) -> bool {
  return s.held & (METHOD_FLOWS | (stepAtEquilibrium() <= parameters.eps));
}

// A slow change all one way, too small to be seen in the radii yet, or one of phi at an even rate.
fn drifts(e: Evidence, s: Signs) -> bool {
  // Ends of quarters that fall on an orbit a little later each time see phi go one way on it, too.
  let isOnOrbit = METHOD_FLOWS & isConservative(e, s);
  if (goesOneWay(s.phi, TOLERANCE_RISE, INFINITE, TOLERANCE_EVEN) & !isOnOrbit) {
    return true;
  }
  // Orbits of a rule may widen for long before they break up.
  if (!METHOD_FLOWS & (leastOf(s.high) > TOLERANCE_WIDENING)) {
    return true;
  }
  let holds = s.held & (s.angularMomentum.z > TOLERANCE_ANGULAR_MOMENTUM * s.potential.z);
  let least = TOLERANCE_CREEP + 0.25 * s.dissipation;
  let drift = goesOneWay(s.high, least, TOLERANCE_REST, 0.5 * TOLERANCE_SETTLING)
    & goesOneWay(s.potential, least, TOLERANCE_REST, TOLERANCE_SETTLING);
  return drift & (s.high.z * s.potential.z > 0.0) & ((s.high.z > 0.0) | !holds);
}

// A rule multiplies L from step to step: no radius can hold that.
fn angularMomentumGrows(e: Evidence, s: Signs) -> bool {
  return !METHOD_FLOWS & !isLinear(e) & (leastOf(s.angularMomentum) > TOLERANCE_WIDENING)
    & (s.angularMomentum.z > TOLERANCE_SPINNING * s.angularMomentum.y);
}

// L falls, slowly and all the way.
fn angularMomentumFalls(s: Signs) -> bool {
  return (mostOf(s.angularMomentum) < -(TOLERANCE_DRIFT + s.dissipation))
    & (s.angularMomentum.z < TOLERANCE_SETTLING * s.angularMomentum.y);
}

fn growsSteadily(growth: vec3f) -> bool {
  return (leastOf(growth) > TOLERANCE_FLAT) & (growth.z > TOLERANCE_SLOWEST * growth.y);
}

// Whether theta creeps out as far as a rule's steps hold, where the flow's grows for ever.
fn isLimitedBySteps(e: Evidence) -> bool {
  return !METHOD_FLOWS & !METHOD_CONSTANT_STEP_SIZE & (parameters.alwaysGrows != 0u) & !isLinear(e);
}

// Whether orbits that only the flow closes may open under coarse alternating steps.
fn mayOpen(e: Evidence, s: Signs) -> bool {
  let growth = differencesOf(e.tangentGrowth);
  let changes = abs(s.high.yz);
  let isOneWay = (s.high.y * s.high.z > 0.0) & (atMost(changes.x, changes.y) > TOLERANCE_OPENING);
  let parts = growth.y + growth.z > TOLERANCE_PARTING_OF_ORBITS;
  let moves = parts | isOneWay | (atLeast(changes.x, changes.y) > s.steady);
  return METHOD_KEEPS_ORBITS & (parameters.convergence == 3u) & (parameters.mayBeChaotic != 0u) & moves;
}

// Between two radii over the second half, of which no more is shown.
fn isConfined(e: Evidence, s: Signs) -> bool {
  if (isConservative(e, s)) {
    return true;
  }
  // Where steps keep their size, the half before may have been at the equilibrium, between two bursts.
  let before = atLeast(atLeast(e.second.high, e.third.high), select(0.0, e.first.high, METHOD_CONSTANT_STEP_SIZE));
  let rises = (atMost(s.high.y, s.high.z) > TOLERANCE_RISE) & !ends(s.high);
  let goesOn = rises & !s.jitters & !isLimitedByMemory(s);
  let nearest = TOLERANCE_JITTER * parameters.horizon / f32(parameters.steps);
  let isNear = METHOD_CONSTANT_STEP_SIZE & (atLeast(e.last.high, e.last.phi) < nearest);
  let bursts = METHOD_CONSTANT_STEP_SIZE & (parameters.mayBeChaotic != 0u);
  let excursion = select(TOLERANCE_EXCURSION, TOLERANCE_BURST, bursts);
  let above = (e.last.high > before * select(excursion, 1.0 + TOLERANCE_SLIGHT, goesOn)) & !isNear;
  // Steps that keep their size do not come home, and L keeps theta off 0; others may be on the way.
  let falls = (mostOf(s.high) < -TOLERANCE_RISE) & !(s.held & (s.high.z > -TOLERANCE_SLIGHT)) & !ends(-s.high);
  let leaves = falls | (e.last.high <= atLeast(TOLERANCE_ANNULUS * e.third.high, parameters.eps));
  return !METHOD_FLOWS & !above & (METHOD_CONSTANT_STEP_SIZE | !leaves);
}

// How far a step goes at the equilibrium itself.
fn stepAtEquilibrium() -> f32 {
  return parameters.step * parameters.speedAtEquilibrium;
}

// Whether a circle of steps that keep their size has had the time to grow as far as it does.
fn isLimitedByMemory(s: Signs) -> bool {
  return METHOD_CONSTANT_STEP_SIZE & (parameters.mayBeChaotic != 0u) & s.circles;
}

// Whether a rule's steps wander around an equilibrium where the field does not vanish.
fn wanders(e: Evidence, s: Signs) -> bool {
  let step = stepAtEquilibrium();
  let isKept = (e.windingNumber > TOLERANCE_KEPT_TURNS) & keepsToRing(e);
  return !METHOD_FLOWS & s.coarse & (step > parameters.eps) & (e.last.high < TOLERANCE_WANDERING * step) & !isKept;
}

// E and L have kept their values at all ends of quarters: theta cannot leave their level set.
fn isConservative(e: Evidence, s: Signs) -> bool {
  // Around a level set a rule goes to and fro by about the angle of a step.
  let angle = pow(4.0 * sqrt(e.errorRatioSquared), 1.0 / 3.0);
  let tolerance = s.flat + select(angle, 0.0, METHOD_FLOWS);
  if ((tolerance > TOLERANCE_LEVEL_SET) | METHOD_CONSTANT_STEP_SIZE) {
    return false;
  }
  // Where E falls by theorem, it has kept its value to this tolerance all the same.
  let isOneWay = goesOneWay(s.potential, TOLERANCE_RIPPLE, INFINITE, TOLERANCE_SETTLING);
  if (isOneWay & (parameters.convergence != 2u)) {
    return false;
  }
  let size = potentialAmplitudeOf(e.start);
  let lost = abs(s.angularMomenta - abs(angularMomentum(e.start)));
  let largest = atLeast(atLeast(lost.x, lost.y), atLeast(lost.z, lost.w));
  return keepsTo(s.potentials, size, tolerance) & (largest < tolerance * size * size);
}

// Whether lengths are all within `tolerance` of `size`, in natural logarithms.
fn keepsTo(lengths: vec4f, size: f32, tolerance: f32) -> bool {
  let away = vec4f(
    logRatio(lengths.x, size),
    logRatio(lengths.y, size),
    logRatio(lengths.z, size),
    logRatio(lengths.w, size),
  );
  return all(abs(away) < vec4f(tolerance));
}
