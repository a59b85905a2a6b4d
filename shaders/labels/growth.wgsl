// Where theta grows for ever. Twin of src/measures/labels/growth.ts, where each rule has its reason.

fn isGrowing(e: Evidence, s: Signs) -> bool {
  if ((s.high.z <= 0.0) | (s.high.y <= 0.0)) {
    return false;
  }
  if (s.coarse) {
    // No envelope, but each quarter is beyond the one before, in its smallest |theta| as well.
    return (leastOf(s.high) > TOLERANCE_RISE) & (s.high.z > TOLERANCE_SLOWEST * s.high.y)
      & (s.low.z > -TOLERANCE_RISE);
  }
  if (spinsUp(e, s)) {
    return true;
  }
  if (s.high.z <= s.flat) {
    return false;
  }
  return ((s.followed | walksAway(e, s)) & growsOn(s))
    | (s.envelope & (stepsOut(s) | widens(e, s)));
}

// Whether a growth goes on, in the amplitude itself.
fn growsOn(s: Signs) -> bool {
  if (!isEndlessGrowth(s.potentials, s.monotone)) {
    return false;
  }
  if (s.monotone) {
    return true;
  }
  let spins = s.angularMomenta.w > TOLERANCE_SPIN * s.potentials.w * s.potentials.w;
  let rises = atLeast(s.angularMomentum.y, s.angularMomentum.z) > s.flat;
  return isEndlessGrowth(s.highs, false)
    & (!spins | !rises | isEndlessGrowth(s.angularMomenta, false));
}

fn isEndlessGrowth(series: vec4f, monotone: bool) -> bool {
  let exact = monotone & METHOD_FLOWS;
  let least = select(TOLERANCE_RISE, TOLERANCE_FLAT, exact);
  let persistence = select(TOLERANCE_PERSISTENCE, TOLERANCE_PERSISTENCE_OF_SPIRALS, exact);
  return isEndless(differencesOf(series), TOLERANCE_FAR * series.w, least * series.w, persistence);
}

// Whether a rule turns L up, on a circle that its steps widen over many turns.
fn spinsUp(e: Evidence, s: Signs) -> bool {
  let momenta = s.angularMomenta;
  return !METHOD_FLOWS & (e.windingNumber > TOLERANCE_MANY_TURNS)
    & (leastOf(s.angularMomentum) > TOLERANCE_FLAT)
    & (leastOf(vec3f(s.potential.z, s.high.z, s.low.z)) > 0.0)
    & (isEndless(differencesOf(momenta), TOLERANCE_FAR * momenta.w, 0.0, TOLERANCE_PERSISTENCE));
}

// Whether a rule's orbits widen, which no approach to a circle does: outwards, and not inwards too.
fn widens(e: Evidence, s: Signs) -> bool {
  return !METHOD_FLOWS & !isLinear(e) & (leastOf(s.high) > TOLERANCE_RISE)
    & (s.high.z > TOLERANCE_SLOWEST * s.high.y) & (mostOf(s.low) < TOLERANCE_RISE);
}

// Whether every step of a rule takes phi further out, where theta follows.
fn stepsOut(s: Signs) -> bool {
  if (METHOD_FLOWS | (atMost(leastOf(s.high), leastOf(s.phi)) < TOLERANCE_RISE)) {
    return false;
  }
  if (s.high.z < TOLERANCE_SLOWEST * s.high.y) {
    return false;
  }
  let phi4 = s.phis.w;
  return isEndless(differencesOf(s.phis), TOLERANCE_FAR * phi4, TOLERANCE_RISE * phi4, TOLERANCE_PERSISTENCE);
}

// Whether theta walks away and holds all that the two players can trade.
fn walksAway(e: Evidence, s: Signs) -> bool {
  return isStraight(s) & (e.last.potential < TOLERANCE_FED * e.last.high);
}
