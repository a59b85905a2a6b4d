// Where theta grows for ever. Twin of src/measures/labels/growth.ts, where each rule has its reason.

fn isGrowing(e: Evidence, s: Signs) -> bool {
  if ((parameters.limitCycle != 0u) | convergesByTheorem(e)) {
    return false;
  }
  let always = (parameters.stepsWiden != 0u) | (METHOD_FLOWS & (parameters.alwaysGrows != 0u));
  if (always & !isLinear(e)) {
    return true;
  }
  if ((s.high.z <= 0.0) | (s.high.y <= 0.0)) {
    return false;
  }
  let drifts = METHOD_KEEPS_ORBITS & (parameters.convergence == 3u) & (parameters.mayBeChaotic != 0u);
  if (drifts & !goesOneWay(s.high, TOLERANCE_SLIGHT, INFINITE, TOLERANCE_EVEN)) {
    return false;
  }
  if (s.coarse) {
    return leavesBehind(e, s);
  }
  if (spinsUp(e, s)) {
    return true;
  }
  if (s.high.z <= s.flat) {
    return false;
  }
  return ((s.followed | walksAway(e, s) | spiralsOut(e)) & growsOn(e, s)) | (s.envelope & stepsOut(s))
    | (s.followed & widens(e, s));
}

// Whether by theorem the path has left by the horizon, in exact arithmetic.
fn hasLeft(e: Evidence) -> bool {
  return abs(angularMomentum(e.start)) * parameters.widened > TOLERANCE_LEFT * TOLERANCE_LEFT;
}

// Whether a growth goes on, in the amplitude itself.
fn growsOn(e: Evidence, s: Signs) -> bool {
  if (!isEndlessGrowth(s.potentials, s.monotone)) {
    return false;
  }
  if (s.monotone) {
    return METHOD_FLOWS | !reachesLimit(e, s);
  }
  // A rule's radii may rise for three quarters by chance, and not evenly.
  let wanders = (leastOf(s.high) <= TOLERANCE_RISE) | !keepsOn(s.high, TOLERANCE_HASTENING);
  if (!METHOD_FLOWS & isLinear(e) & wanders) {
    return false;
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

// Whether theta grows around 0 while L stays: until a rule's steps are too long for so fast a turn.
fn reachesLimit(e: Evidence, s: Signs) -> bool {
  return (e.windingNumber >= TOLERANCE_WINDING_NUMBER) & (mostOf(s.angularMomentum) <= s.flat);
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

// Whether theta turns further out than ever half a horizon before: a spiral, whatever it wobbles by.
fn spiralsOut(e: Evidence) -> bool {
  return (e.windingNumber >= TOLERANCE_WINDING_NUMBER) & (e.last.low > e.second.high);
}

// Whether theta walks away and holds all that the two players can trade.
fn walksAway(e: Evidence, s: Signs) -> bool {
  return isStraight(s) & (e.last.potential < TOLERANCE_FED * e.last.high);
}

// Whether steps that go far round, of which no envelope is known, leave each quarter's |theta| behind.
fn leavesBehind(e: Evidence, s: Signs) -> bool {
  let least = select(TOLERANCE_RISE, TOLERANCE_REMAINDER, METHOD_CONSTANT_STEP_SIZE);
  let rests = e.last.speed * parameters.horizon < TOLERANCE_REST * e.last.high;
  if (s.jitters | isLimitedByMemory(s) | rests | (atMost(s.high.y, s.high.z) < least) | ends(s.high)) {
    return false;
  }
  let means = growthOf(vec4f(e.first.meanSquare, e.second.meanSquare, e.third.meanSquare, e.last.meanSquare));
  let follows = (s.low.z > 0.0) | (atMost(means.y, means.z) > 2.0 * TOLERANCE_REMAINDER);
  return ((s.high.x > TOLERANCE_RISE) & follows) | (e.last.low > e.second.high);
}
