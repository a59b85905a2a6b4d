// Where nearby starts part for ever. Twin of src/measures/labels/chaos.ts, where each rule has its reason.

// Bounded, with tangents that have grown exponentially in each of the last three quarters, evenly.
fn isChaotic(e: Evidence, s: Signs) -> bool {
  if ((parameters.mayBeChaotic == 0u) | angularMomentumGrows(e, s)) {
    return false;
  }
  let inSubspace = (e.start.y == 0.0) & (e.start.w == 0.0);
  if (isLinear(e) & !inSubspace) {
    return false;
  }
  let reached = atLeast(e.first.high, atLeast(e.second.high, e.third.high));
  // At 0 itself tangents may grow, where float32 has no state as small as that.
  let within = (e.last.high < (1.0 + TOLERANCE_RISE) * reached) & (e.last.high >= parameters.eps);
  let growth = differencesOf(e.tangentGrowth);
  let lasts = (growth.z > TOLERANCE_LASTING * atLeast(growth.x, growth.y)) & (mostOf(growth) < INFINITE);
  let parting = select(TOLERANCE_PARTING, TOLERANCE_PARTING_IN_BURSTS, METHOD_CONSTANT_STEP_SIZE);
  return within & (leastOf(growth) > parting) & lasts;
}
