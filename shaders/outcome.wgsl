// The label that an observation supports. Twin of src/measures/outcome.ts, where each rule and
// tolerance has its reason.

// ln(later/earlier), with both floored.
fn logRatio(later: f32, earlier: f32) -> f32 {
  return log(max(later, TOLERANCE_FLOOR) / max(earlier, TOLERANCE_FLOOR));
}

fn outcome(o: Observation, peak4: f32, turns: f32, speed4: f32) -> u32 {
  let damping = o.strain2Sum * METHOD_DAMPING_PER_STRAIN2;
  if (sqrt(o.strain2) > METHOD_LARGEST_STRAIN || damping > TOLERANCE_DAMPING) {
    return OUTCOME_UNDECIDED;
  }
  if (METHOD_FLOWS && o.lost == 2u) {
    return OUTCOME_UNDECIDED;
  }
  if (o.bounded == 0u) {
    return OUTCOME_DIVERGED;
  }

  let meanStrain = sqrt(o.strain2Sum / f32(o.steps));
  let angle2 = pow(4.0 * meanStrain, 2.0 / 3.0);
  let flat = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * angle2 + damping;
  // Where the method is exact, steps that go far round fall between one another.
  let spacing = METHOD_SPACING / f32(o.steps);
  let steady = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * min(angle2, spacing * spacing) + damping;
  let change = logRatio(peak4, o.peak3);
  let decays = change < -flat;
  let size = length(o.state);
  // |theta| if all of phi turned into theta, as in the bilinear game at these learning rates.
  let ratio = parameters.rateG / parameters.rateD;
  let reach = sqrt(dot(o.state.zw, o.state.zw) + ratio * dot(o.state.xy, o.state.xy));
  let period = TAU / sqrt(parameters.rateD * parameters.rateG);

  let circles = o.swings >= u32(TOLERANCE_SWINGS) || turns >= TOLERANCE_TURNS;
  let monotone = o.swings == 0u;
  let envelope = o.swings >= u32(TOLERANCE_SWINGS) || (monotone && turns >= TOLERANCE_TURNS);
  let straight = monotone && parameters.horizon >= TOLERANCE_PERIODS * period;
  let comesToRest = straight && reach < TOLERANCE_FALLEN * o.peak3
    && logRatio(speed4, o.speed3) < TOLERANCE_SLOWING * change;
  let walksAway = straight && reach < TOLERANCE_FED * peak4;

  // A rule whose steps go far round leaves no envelope to be followed, and may be chaotic.
  let coarse = METHOD_HOPS || sqrt(o.strain2) > TOLERANCE_STRAIN;
  let unchanging = max(abs(change), abs(logRatio(o.peak3, o.peak2))) < TOLERANCE_FLAT;

  if (peak4 < parameters.eps) {
    let collapsed = reach < TOLERANCE_COLLAPSE * o.peak3;
    if (decays && ((!coarse && (envelope || comesToRest)) || collapsed)) {
      return OUTCOME_CONVERGED;
    }
    if (peak4 <= TOLERANCE_FLOOR) {
      return OUTCOME_CONVERGED;
    }
  }

  if (coarse) {
    // A cycle of a few steps may keep to one |theta|, and turns all the same.
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles && unchanging);
  }

  let slow = speed4 * (0.25 * parameters.horizon) < TOLERANCE_REST * size;
  let stopping = speed4 < TOLERANCE_REST_DECAY * o.speed3 || speed4 < TOLERANCE_REST_FLOOR * size;
  // A cycle may pass a rest slowly, and has turned by then.
  if (slow && stopping && turns < TOLERANCE_TURNS) {
    return select(OUTCOME_STUCK, OUTCOME_UNDECIDED, peak4 < parameters.eps);
  }

  let persisting = persists(o, peak4, flat);
  if (change > flat) {
    return select(OUTCOME_UNDECIDED, OUTCOME_GROWING, (envelope || walksAway) && persisting);
  }
  if (!decays) {
    let round = circles && abs(change) < steady && steady < TOLERANCE_FLAT_LIMIT;
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, round);
  }

  let momentum4 = abs(angularMomentum(o.state));
  let changeOfMomentum = logRatio(momentum4, o.momentum3);
  let heldByMomentum = momentum4 > parameters.eps * parameters.eps
    && changeOfMomentum > TOLERANCE_MOMENTUM * change;
  // Where a rule lets L grow, as simgd, the radius that holds theta grows as well.
  let holds = METHOD_FLOWS || changeOfMomentum < TOLERANCE_FLAT;
  if (heldByMomentum) {
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles && holds);
  }
  return select(OUTCOME_UNDECIDED, OUTCOME_CONVERGING, (envelope || comesToRest) && persisting);
}

// Whether the amplitude's change goes on, and does not end at a radius.
fn persists(o: Observation, peak4: f32, flat: f32) -> bool {
  let change = logRatio(peak4, o.peak3);
  let before = logRatio(o.peak3, o.peak2);
  // The steps of a rule may pass by their orbit's maximum: then one quarter alone tells nothing.
  if (!METHOD_FLOWS && abs(before) <= flat) {
    return false;
  }
  let grows = change > 0.0;
  // Rates of A where it grows and of A^-2 where it decays, relative to their value at A3.
  let later = select(-2.0 * change, change, grows);
  let earlier = select(-2.0, 1.0, grows) * before;
  let apart23 = o.peakTime3 - o.peakTime2;
  let apart34 = o.peakTime - o.peakTime3;
  let apart = TOLERANCE_APART * parameters.horizon;
  if (earlier <= 0.0 || apart23 < apart || apart34 < apart) {
    return false;
  }
  // The cap keeps exp within float32.
  let laterRate = (exp(min(later, 80.0)) - 1.0) / apart34;
  let earlierRate = (1.0 - exp(-earlier)) / apart23;
  return laterRate >= TOLERANCE_PERSISTENCE * earlierRate;
}
