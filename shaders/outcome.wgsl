// The label that an observation supports. Twin of src/measures/outcome.ts, where each rule and
// tolerance has its reason.

fn outcome(e: Evidence) -> u32 {
  let known = returnOf(e);
  if (known != OUTCOME_UNKNOWN) {
    return known;
  }
  if (!isResolved(e.errorRatioSquared)) {
    return OUTCOME_UNDECIDED;
  }
  let s = signsOf(e);
  // By theorem, where the run shows it: the decay is not the method's.
  let returnsLater = convergesByTheorem(e);
  let isAlways = parameters.convergence == 2u;
  let ends = atLeast(s.potential.y, s.potential.z) < -(TOLERANCE_WIDENING + s.dissipation);
  let falls = (atLeast(s.high.y, s.high.z) < s.dissipation - s.flat) | (isAlways & ends & s.circles);
  // Whatever L has become, the largest |theta| is sqrt(rateG/rateD) |phi| at least.
  let isAway = e.last.phi * sqrt(parameters.rateG / parameters.rateD) >= parameters.eps;
  let isKept = (isAlways | !e.angularMomentumRegained | isAway) & (METHOD_FLOWS | !s.coarse | hasCalmed(e, s));
  let returns = returnsLater & isKept & e.bounded & (noisy == 0u) & falls;
  let damped = isDamped(e);
  if (damped & !returns) {
    return OUTCOME_UNDECIDED;
  }
  // By theorem, where the method has kept what that rests on.
  let applies = (parameters.alwaysOrbits != 0u) & e.bounded & (noisy == 0u);
  if (applies & !isLinear(e) & keepsDiscriminatorNorm(e)) {
    return OUTCOME_ORBITING;
  }
  if (!returns & isAmbiguous(e)) {
    return OUTCOME_UNDECIDED;
  }
  if (isFlung(e, s)) {
    return OUTCOME_UNDECIDED;
  }
  if (!e.bounded) {
    return OUTCOME_DIVERGED;
  }
  if (noisy != 0u) {
    return select(OUTCOME_UNDECIDED, OUTCOME_NOISY, isStationary(e));
  }
  if (METHOD_REFINES & !returns & e.angularMomentumRegained & s.circles) {
    return OUTCOME_ORBITING;
  }
  if (!damped & isConverged(e, s)) {
    return OUTCOME_CONVERGED;
  }
  if (returns) {
    // What the method has damped by itself may not be there yet.
    let home = select(OUTCOME_CONVERGED, OUTCOME_UNDECIDED, damped);
    return select(OUTCOME_CONVERGING, home, atLeast(e.last.high, e.last.potential) < parameters.eps);
  }
  let wandering = wanders(e, s);
  let leaves = (parameters.alwaysGrows != 0u) & !isLinear(e);
  if (!wandering & !returnsLater & !leaves & isStuck(e, s)) {
    return select(OUTCOME_STUCK, OUTCOME_UNDECIDED, e.last.high < parameters.eps);
  }
  if (isLimitedBySteps(e)) {
    let stays = select(OUTCOME_UNDECIDED, OUTCOME_BOUNDED, !s.coarse | isConfined(e, s));
    return select(stays, OUTCOME_CHAOTIC, isChaotic(e, s));
  }
  if (isGrowing(e, s)) {
    return select(OUTCOME_GROWING, OUTCOME_DIVERGED, (e.last.high > TOLERANCE_LEFT) | hasLeft(e));
  }
  if (!wandering & isConverging(e, s)) {
    return OUTCOME_CONVERGING;
  }
  if (isChaotic(e, s)) {
    return OUTCOME_CHAOTIC;
  }
  if (!wandering & !returnsLater & isOrbiting(e, s)) {
    return OUTCOME_ORBITING;
  }
  return select(OUTCOME_UNDECIDED, OUTCOME_BOUNDED, wandering | (isConfined(e, s) & !mayOpen(e, s)));
}

// Whether every step resolves the motion, by the largest of a step.
fn isResolved(errorRatioSquared: f32) -> bool {
  return sqrt(errorRatioSquared) <= METHOD_LARGEST_ERROR_RATIO;
}

// Whether rounding has made L of nothing, and so the path one of many: not where the start has an L and
// |phi| is kept.
fn isAmbiguous(e: Evidence) -> bool {
  let most = lengthOf(e.start.xy) * lengthOf(e.start.zw);
  let isUnknown = abs(angularMomentum(e.start)) <= TOLERANCE_ANGULAR_MOMENTUM_REGAINED * most;
  return METHOD_REFINES & e.angularMomentumRegained & (isUnknown | !keepsDiscriminatorNorm(e));
}

// Whether steps that went far round at first no longer do.
fn hasCalmed(e: Evidence, s: Signs) -> bool {
  let speeds = vec3f(e.second.speed, e.third.speed, e.last.speed);
  let potentials = vec3f(e.second.potential, e.third.potential, e.last.potential);
  let isShort = all(speeds * parameters.horizon < TOLERANCE_FINE * f32(parameters.steps) * potentials);
  return isShort & (mostOf(s.potential) < -TOLERANCE_WIDENING);
}

// Whether fine steps that widen orbits have flung the path out, after too many for float32 to say where.
fn isFlung(e: Evidence, s: Signs) -> bool {
  let widens = (parameters.stepsWiden != 0u) & (parameters.convergence == 3u) & (parameters.mayBeChaotic == 0u);
  let isLong = f32(parameters.steps) >= 4.0 * TOLERANCE_FOLLOWED;
  let high = mostOf(vec3f(e.second.high, e.third.high, e.last.high));
  let low = leastOf(vec3f(e.second.low, e.third.low, e.last.low));
  let leftLate = e.first.potential < 2.0 * TOLERANCE_BOUND;
  let isLate = select(leftLate, high - low > TOLERANCE_REST * high, e.bounded);
  return widens & s.coarse & !isLinear(e) & isLong & isLate;
}

// Whether |phi| has its first value at all ends of quarters.
fn keepsDiscriminatorNorm(e: Evidence) -> bool {
  let phis = vec4f(e.first.phi, e.second.phi, e.third.phi, e.last.phi);
  return keepsTo(phis, lengthOf(e.start.xy), TOLERANCE_FLAT);
}

// Whether the method itself may have damped what is seen to decay.
fn isDamped(e: Evidence) -> bool {
  return dissipationOf(e) > TOLERANCE_NUMERICAL_DISSIPATION;
}

// Whether noise keeps up a cloud that no longer spreads.
fn isStationary(e: Evidence) -> bool {
  let third = e.third.meanSquare - e.second.meanSquare;
  let last = e.last.meanSquare - e.third.meanSquare;
  let spread = 0.5 * parameters.diffusion * parameters.horizon;
  return mostOf(abs(vec3f(third, last, third + last))) < TOLERANCE_SPREAD * spread;
}

