// The label that an observation supports. Twin of src/measures/outcome.ts, where each rule and
// tolerance has its reason.

// ln(later/earlier), with both floored.
fn logRatio(later: f32, earlier: f32) -> f32 {
  return log(max(later, TOLERANCE_FLOOR) / max(earlier, TOLERANCE_FLOOR));
}

fn outcome(o: Observation, peak4: f32, turns: f32) -> u32 {
  let damping = o.strain2Sum * TOLERANCE_DAMPING_PER_STRAIN2;
  if (sqrt(o.strain2) > TOLERANCE_STRAIN || damping > TOLERANCE_DAMPING) {
    return OUTCOME_UNDECIDED;
  }
  if (o.bounded == 0u) {
    return OUTCOME_DIVERGED;
  }

  let meanStrain = sqrt(o.strain2Sum / f32(o.steps));
  let flat = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * pow(4.0 * meanStrain, 2.0 / 3.0) + damping;
  let change = logRatio(peak4, o.peak3);
  let decays = change < -flat;
  let size = length(o.state);

  if (peak4 < parameters.eps && (decays || size < TOLERANCE_REST_FLOOR)) {
    return OUTCOME_CONVERGED;
  }

  let speed4 = length(velocity(o.state));
  let slow = speed4 * (0.25 * parameters.time) < TOLERANCE_REST * size;
  let stopping = speed4 < TOLERANCE_REST_DECAY * o.speed3 || speed4 < TOLERANCE_REST_FLOOR * size;
  if (slow && stopping) {
    return select(OUTCOME_STUCK, OUTCOME_UNDECIDED, peak4 < parameters.eps);
  }

  let circles = o.swings >= u32(TOLERANCE_SWINGS) || turns >= TOLERANCE_TURNS;
  let monotone = o.swings == 0u;
  if (!circles && !monotone) {
    return OUTCOME_UNDECIDED;
  }
  let slope34 = change / log(1.5);
  let slope23 = logRatio(o.peak3, o.peak2) / log(2.0);
  if (change > flat) {
    return select(OUTCOME_UNDECIDED, OUTCOME_GROWING, slope34 >= TOLERANCE_SLOPE * slope23);
  }
  if (!decays) {
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles && flat < TOLERANCE_FLAT_LIMIT);
  }

  let momentum4 = abs(angularMomentum(o.state));
  let heldByMomentum = momentum4 > parameters.eps * parameters.eps
    && logRatio(momentum4, o.momentum3) > TOLERANCE_MOMENTUM * change;
  if (heldByMomentum) {
    return select(OUTCOME_UNDECIDED, OUTCOME_ORBITING, circles);
  }
  return select(OUTCOME_UNDECIDED, OUTCOME_CONVERGING, slope34 <= TOLERANCE_SLOPE * slope23);
}
