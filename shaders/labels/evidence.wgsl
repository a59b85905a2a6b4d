// What an integration saw, and what the rules of these labels read of that. Twin of
// src/measures/labels/evidence.ts, where each member has its meaning.
//
// Conditions are joined by & and | instead of && and ||: each of those is a branch, and compilers that
// inline every call take ten times as long for so many.

// Of one start, from `start` to `state`.
struct Evidence {
  start: vec4f,
  state: vec4f,
  bounded: bool,
  // L was lost in rounding and came back.
  angularMomentumRegained: bool,
  errorRatioSquared: f32,
  errorRatioSquaredSum: f32,
  first: Quarter,
  second: Quarter,
  third: Quarter,
  last: Quarter,
  // Turning points and turns since T/2.
  extremaCount: u32,
  windingNumber: f32,
  // ln|t| of the tangents at the quarters' ends; 0 where none are followed.
  tangentGrowth: vec4f,
}

struct Signs {
  // By quarter: largest |theta|, and at its end |phi|, |L| and the potential amplitude.
  highs: vec4f,
  phis: vec4f,
  angularMomenta: vec4f,
  potentials: vec4f,
  // How these and the smallest |theta| grow.
  high: vec3f,
  low: vec3f,
  phi: vec3f,
  angularMomentum: vec3f,
  potential: vec3f,
  dissipation: f32,
  flat: f32,
  steady: f32,
  coarse: bool,
  fine: bool,
  jitters: bool,
  monotone: bool,
  circles: bool,
  envelope: bool,
  followed: bool,
  annular: bool,
  held: bool,
  // L is not lost in rounding.
  spins: bool,
}

fn signsOf(e: Evidence) -> Signs {
  var s: Signs;
  s.highs = vec4f(e.first.high, e.second.high, e.third.high, e.last.high);
  s.phis = vec4f(e.first.phi, e.second.phi, e.third.phi, e.last.phi);
  s.angularMomenta = vec4f(
    e.first.angularMomentum,
    e.second.angularMomentum,
    e.third.angularMomentum,
    e.last.angularMomentum,
  );
  s.potentials = vec4f(e.first.potential, e.second.potential, e.third.potential, e.last.potential);
  s.high = growthOf(s.highs);
  s.low = growthOf(vec4f(e.first.low, e.second.low, e.third.low, e.last.low));
  s.phi = growthOf(s.phis);
  s.angularMomentum = growthOf(s.angularMomenta);
  s.potential = growthOf(s.potentials);

  let steps = f32(parameters.steps);
  s.dissipation = dissipationOf(e);
  let angle2 = pow(4.0 * sqrt(e.errorRatioSquaredSum / steps), 2.0 / 3.0);
  // Where the method is exact, steps that go far round fall between one another.
  let spacing = METHOD_SPACING / steps;
  s.flat = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * angle2 + s.dissipation;
  s.steady = TOLERANCE_FLAT + TOLERANCE_SAMPLING_FACTOR * atMost(angle2, spacing * spacing) + s.dissipation;
  s.coarse = METHOD_CONSTANT_STEP_SIZE | (sqrt(e.errorRatioSquared) > TOLERANCE_ERROR_RATIO);
  s.fine = METHOD_FLOWS | (pow(4.0 * sqrt(e.errorRatioSquared), 1.0 / 3.0) < TOLERANCE_FINE);
  let nearest = atLeast(atMost(e.third.phi, e.third.high), atMost(e.last.phi, e.last.high));
  s.jitters = METHOD_CONSTANT_STEP_SIZE & (nearest < TOLERANCE_JITTER * parameters.horizon / steps);

  let turns = e.windingNumber >= TOLERANCE_WINDING_NUMBER;
  s.monotone = e.extremaCount == 0u;
  s.circles = (e.extremaCount >= u32(TOLERANCE_EXTREMA_COUNT)) | turns;
  s.envelope = (e.extremaCount >= u32(TOLERANCE_EXTREMA_COUNT)) | (s.monotone & turns);
  s.followed = (e.extremaCount >= u32(TOLERANCE_EXTREMA_FOLLOWED)) | (s.monotone & turns);
  s.annular = e.last.low > TOLERANCE_ANNULUS * e.last.high;
  s.held = (e.last.angularMomentum > parameters.eps * parameters.eps)
    & (s.angularMomentum.z > TOLERANCE_ANGULAR_MOMENTUM * s.high.z);
  s.spins = e.last.angularMomentum > TOLERANCE_LINEAR * e.last.potential * e.last.potential;
  return s;
}

// What the method itself may have damped, in natural logarithms.
fn dissipationOf(e: Evidence) -> f32 {
  return e.errorRatioSquaredSum * METHOD_DISSIPATION_PER_ERROR_RATIO_SQUARED;
}

// |theta| if all of phi turned into theta, as in the bilinear game at these learning rates.
fn potentialAmplitudeOf(s: vec4f) -> f32 {
  let ratio = parameters.rateG / parameters.rateD;
  let scaled = LENGTH_SCALE * s;
  return sqrt(dot(scaled.zw, scaled.zw) + ratio * dot(scaled.xy, scaled.xy)) / LENGTH_SCALE;
}

// Whether L is 0 as far as rounding can tell, and stays it, so that the path stays on a plane through 0.
fn isLinear(e: Evidence) -> bool {
  let potential = potentialAmplitudeOf(e.start);
  let starts = abs(angularMomentum(e.start)) <= TOLERANCE_LINEAR * potential * potential;
  let potentials = vec4f(e.first.potential, e.second.potential, e.third.potential, e.last.potential);
  let momenta = vec4f(
    e.first.angularMomentum,
    e.second.angularMomentum,
    e.third.angularMomentum,
    e.last.angularMomentum,
  );
  return starts & all(momenta <= TOLERANCE_LINEAR * potentials * potentials);
}

// Whether the path goes to 0 by theorem: off lines alone, or always.
fn convergesByTheorem(e: Evidence) -> bool {
  return (parameters.convergence == 2u) | ((parameters.convergence == 1u) & !isLinear(e));
}

// Growth where L is 0, from maximum to maximum of |theta|, where phi is 0, for a quarter of the
// horizon each. Where a quarter begins higher than its maxima are, phi counts as well.
fn growthAlongLine(e: Evidence) -> vec3f {
  let quarter = 0.25 * parameters.horizon;
  let second = peakOf(e.second, e.first, quarter);
  let third = peakOf(e.third, e.second, 2.0 * quarter);
  let last = peakOf(e.last, e.third, 3.0 * quarter);
  return vec3f(
    growthBetween(vec2f(0.0, potentialAmplitudeOf(e.start)), second),
    growthBetween(second, third),
    growthBetween(third, last),
  );
}

// Time and length of a quarter's maximum, which `begins` at that time after quarter `before`.
fn peakOf(q: Quarter, before: Quarter, begins: f32) -> vec2f {
  return vec2f(q.highTime, select(before.potential, q.high, q.highTime > begins));
}

fn growthBetween(one: vec2f, other: vec2f) -> f32 {
  let apart = atLeast(other.x - one.x, TOLERANCE_APART * parameters.horizon);
  return logRatio(other.y, one.y) * (0.25 * parameters.horizon) / apart;
}

// |theta| has no turning point, and the horizon would hold one of a swing.
fn isStraight(s: Signs) -> bool {
  let period = TAU / sqrt(parameters.rateD * parameters.rateG);
  return s.monotone & (parameters.horizon >= TOLERANCE_PERIODS * period);
}
