// The label that an observation supports. Twin of src/measures/outcome.ts, where each rule and
// tolerance has its reason.

// ln(later/earlier), with both floored.
fn logRatio(later: f32, earlier: f32) -> f32 {
  return log(atLeast(later, TOLERANCE_FLOOR) / atLeast(earlier, TOLERANCE_FLOOR));
}

// What a label is decided by, of one start that ends at `state`; see Evidence there.
struct Evidence {
  state: vec4f,
  bounded: bool,
  // L was lost in rounding and came back.
  angularMomentumRegained: bool,
  errorRatioSquared: f32,
  errorRatioSquaredSum: f32,
  // Largest |theta| of the second, the third and the last quarter, and how far apart in time.
  peak2: f32,
  peak3: f32,
  peak4: f32,
  apart23: f32,
  apart34: f32,
  // Speeds at 3T/4 and T, |L| at 3T/4.
  speed3: f32,
  speed4: f32,
  angularMomentum3: f32,
  // Turning points and turns since T/2.
  extremaCount: u32,
  windingNumber: f32,
}

fn outcome(e: Evidence) -> u32 {
  let numericalDissipation = e.errorRatioSquaredSum * METHOD_DISSIPATION_PER_ERROR_RATIO_SQUARED;
  if (sqrt(e.errorRatioSquared) > METHOD_LARGEST_ERROR_RATIO || numericalDissipation > TOLERANCE_NUMERICAL_DISSIPATION) {
    return OUTCOME_UNDECIDED;
  }
  if (METHOD_ADAPTIVE && e.angularMomentumRegained) {
    return OUTCOME_UNDECIDED;
  }
  if (!e.bounded) {
    return OUTCOME_DIVERGED;
  }

  let rmsErrorRatio = sqrt(e.errorRatioSquaredSum / f32(parameters.steps));
  let angle2 = pow(4.0 * rmsErrorRatio, 2.0 / 3.0);
  let flat = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * angle2 + numericalDissipation;
  // Where the method is exact, steps that go far round fall between one another.
  let spacing = METHOD_SPACING / f32(parameters.steps);
  let steady = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * atMost(angle2, spacing * spacing) + numericalDissipation;
  let change = logRatio(e.peak4, e.peak3);
  let decays = change < -flat;
  let size = length(e.state);
  // |theta| if all of phi turned into theta, as in the bilinear game at these learning rates.
  let ratio = parameters.rateG / parameters.rateD;
  let potentialAmplitude = sqrt(dot(e.state.zw, e.state.zw) + ratio * dot(e.state.xy, e.state.xy));
  let period = TAU / sqrt(parameters.rateD * parameters.rateG);

  let circles = e.extremaCount >= u32(TOLERANCE_EXTREMA_COUNT) || e.windingNumber >= TOLERANCE_WINDING_NUMBER;
  let monotone = e.extremaCount == 0u;
  let envelope = e.extremaCount >= u32(TOLERANCE_EXTREMA_COUNT) || (monotone && e.windingNumber >= TOLERANCE_WINDING_NUMBER);
  let straight = monotone && parameters.horizon >= TOLERANCE_PERIODS * period;
  let comesToRest = straight && potentialAmplitude < TOLERANCE_FALLEN * e.peak3
    && logRatio(e.speed4, e.speed3) < TOLERANCE_SLOWING * change;
  let walksAway = straight && potentialAmplitude < TOLERANCE_FED * e.peak4;

  // A rule whose steps go far round leaves no envelope to be followed, and may be chaotic.
  let coarse = METHOD_CONSTANT_STEP_SIZE || sqrt(e.errorRatioSquared) > TOLERANCE_ERROR_RATIO;
  // Below the floor all look alike.
  let unchanging = e.peak4 > TOLERANCE_FLOOR
    && atLeast(abs(change), abs(logRatio(e.peak3, e.peak2))) < TOLERANCE_FLAT;

  // Steps that keep their size burst out again, once what they remember has faded.
  if (e.peak4 < parameters.eps && !METHOD_CONSTANT_STEP_SIZE) {
    let collapsed = potentialAmplitude < TOLERANCE_COLLAPSE * e.peak3;
    if (decays && ((!coarse && (envelope || comesToRest)) || collapsed)) {
      return OUTCOME_CONVERGED;
    }
    if (e.peak4 <= TOLERANCE_FLOOR) {
      return OUTCOME_CONVERGED;
    }
  }

  if (coarse) {
    // A cycle of a few steps may keep to one |theta|, and turns all the same.
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles && unchanging);
  }

  let slow = e.speed4 * (0.25 * parameters.horizon) < TOLERANCE_REST * size;
  let stopping = e.speed4 < TOLERANCE_REST_DECAY * e.speed3 || e.speed4 < TOLERANCE_REST_FLOOR * size;
  // A cycle may pass a rest slowly, and has turned by then.
  if (slow && stopping && e.windingNumber < TOLERANCE_WINDING_NUMBER) {
    return select(OUTCOME_STUCK, OUTCOME_UNDECIDED, e.peak4 < parameters.eps);
  }

  let persisting = persists(e, flat);
  if (change > flat) {
    let leaving = select(OUTCOME_GROWING, OUTCOME_DIVERGED, e.peak4 > TOLERANCE_LEFT);
    return select(OUTCOME_UNDECIDED, leaving, (envelope || walksAway) && persisting);
  }
  if (!decays) {
    let round = circles && abs(change) < steady && steady < TOLERANCE_FLAT_LIMIT;
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, round);
  }

  let angularMomentum4 = abs(angularMomentum(e.state));
  let changeOfAngularMomentum = logRatio(angularMomentum4, e.angularMomentum3);
  let heldByAngularMomentum = angularMomentum4 > parameters.eps * parameters.eps
    && changeOfAngularMomentum > TOLERANCE_ANGULAR_MOMENTUM * change;
  // Where a rule lets L grow, as simgd, the radius that holds theta grows as well.
  let holds = METHOD_FLOWS || changeOfAngularMomentum < TOLERANCE_FLAT;
  if (heldByAngularMomentum) {
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles && holds);
  }
  // Steps that keep their length end on a cycle of about that size.
  let nears = METHOD_FLOWS || parameters.stepAtEquilibrium <= parameters.eps;
  return select(OUTCOME_UNDECIDED, OUTCOME_CONVERGING, nears && (envelope || comesToRest) && persisting);
}

// Whether the amplitude's change goes on, and does not end at a radius.
fn persists(e: Evidence, flat: f32) -> bool {
  let change = logRatio(e.peak4, e.peak3);
  let before = logRatio(e.peak3, e.peak2);
  // The steps of a rule may pass by their orbit's maximum: then one quarter alone tells nothing.
  if (!METHOD_FLOWS && abs(before) <= flat) {
    return false;
  }
  let grows = change > 0.0;
  // Rates of A where it grows and of A^-2 where it decays, relative to their value at A3.
  let later = select(-2.0 * change, change, grows);
  let earlier = select(-2.0, 1.0, grows) * before;
  let apart = TOLERANCE_APART * parameters.horizon;
  if (earlier <= 0.0 || e.apart23 < apart || e.apart34 < apart) {
    return false;
  }
  // The cap keeps exp within float32.
  let laterRate = (exp(atMost(later, 80.0)) - 1.0) / e.apart34;
  let earlierRate = (1.0 - exp(-earlier)) / e.apart23;
  return laterRate >= TOLERANCE_PERSISTENCE * earlierRate;
}
