// What of theta lies across phi, l = L/|phi|, of flows that turn phi alone and pull theta along it. Where l is
// so small that rounding, or the tolerance of an adaptive method, would decide what becomes of it, its logarithm
// is carried from substep to substep, and what the flow does is known without the method. Twin of
// src/methods/across.ts, where each step has its reason.

// The least share of theta that the state shows of it, 16 roundings.
const ACROSS_LEAST = exp2(-20.0);

// What is carried of a trajectory: ln|l| and the sign of l, 0 where it is not carried; the |theta| that l was
// small against; and |phi|, since l was first carried, 0 before.
alias Across = vec4f;

// A substep in which l is carried.
struct AcrossStep {
  isCarried: bool,
  change: vec4f,
  // What is carried after it.
  after: Across,
  // How many times too long it is, above 1 where l comes back, or the method turns phi, too fast to be seen.
  tooLong: f32,
}

// Of the substeps that were tried last.
var<private> acrossAfter: AugmentedState;
var<private> acrossCarried: LaneBool;

fn acrossOf(s: vec4f) -> f32 {
  let phi = scaleOf(s.xy) * s.xy;
  return inner(phi, vec2f(s.w, -s.z)) / scaledLength(phi);
}

// How many times too long one of the shortest substeps from s is, by the method.
fn excessOfShortest(s: vec4f, change: vec4f, h: f32) -> f32 {
  let phi = norm(s.xy);
  let theta = max(lengthOf(s.zw), lengthOf(s.zw + change.zw));
  return h * parameters.rateD * (theta / phi / phi) / ACROSS_MOST_CHANGE;
}

fn acrossStep(s: vec4f, before: Across, change: vec4f, h: f32, isShortest: bool) -> AcrossStep {
  let phi = norm(s.xy);
  let n = unit(s.xy);
  let l = acrossOf(s);
  let theta = lengthOf(s.zw);
  let isSmall = (noisy == 0u) & (l != 0.0) & (abs(l) < ACROSS_SMALL * theta);
  let taken = Across(log(atLeast(abs(l), shortest)), sign(l), theta, select(before.w, phi, before.w == 0.0));
  let across = select(before, taken, (before.y == 0.0) & isSmall);
  let x = dot(n, s.zw);
  let reach = h * parameters.rateG;
  let shrunk = exp(-h * parameters.rateD * parameters.l2);
  let rise = h * parameters.rateD * acrossGrowth(phi, phi * shrunk, x, x + reach);
  let next = across.x + rise;
  let limit = log(ACROSS_SMALL * atLeast(across.z, shortest));
  // By its bits, as a compiler may assume that nothing is infinite.
  let isNumber = (bitcast<u32>(rise) & 0x7fffffffu) < bitcast<u32>(1e30);
  let isKnown = isNumber & (next <= limit + ACROSS_MOST_RISE);
  let first = exp(across.x);
  let last = exp(atMost(next, 80.0));
  // |theta|^2 = x^2 + l^2 grows by 2 x, and phi turns by -dl/x, most of it where l is largest.
  let nearest = select(x + reach, x, first > last);
  let inverse = select(1.0 / nearest, 0.0, nearest == 0.0);
  let turn = across.y * (first - last) * inverse;
  let along = x + reach + 0.5 * (first - last) * (first + last) * inverse;
  let aside = across.y * atLeast(last, ACROSS_LEAST * across.z);
  let turned = unit(n + turn * perpendicular(n));
  let reached = vec4f(phi * shrunk * turned, along * turned + aside * perpendicular(turned));
  let goesOn = isKnown & (next <= limit);
  let carriedTooLong = select(1e6, select(0.0, rise / ACROSS_MOST_RISE, next > limit), isKnown);
  return AcrossStep(
    (across.y != 0.0) & isKnown,
    reached - s,
    Across(next, select(0.0, across.y, goesOn), across.z, across.w * shrunk),
    select(select(0.0, excessOfShortest(s, change, h), isShortest), carriedTooLong, across.y != 0.0),
  );
}

// What is tried of a step, where l is carried by what is known.
fn carriedAttempt(
  integrator: ptr<function, IntegratorState>,
  next: Attempt,
  h: f32,
  share: LaneF32,
) -> Attempt {
  let d = h * share;
  // Of the shortest substeps.
  let most = 2.0 * SUBSTEP_SHORTEST;
  goToLane(0u);
  let one = acrossStep(stateAt((*integrator).state, 0u), stateAt((*integrator).carried, 0u), stateAt(next.change, 0u), f32At(d, 0u), f32At(share, 0u) <= most);
  var other = one;
  if (LANES == 2u) {
    goToLane(1u);
    other = acrossStep(stateAt((*integrator).state, 1u), stateAt((*integrator).carried, 1u), stateAt(next.change, 1u), f32At(d, 1u), f32At(share, 1u) <= most);
  }
  let zero = LaneF32(0.0);
  acrossAfter = augmentedAt(one.after, other.after);
  acrossCarried = lanesOf(select(0.0, 1.0, one.isCarried), select(0.0, 1.0, other.isCarried)) > zero;
  let tooLong = lanesOf(one.tooLong, other.tooLong);
  let isTooLong = tooLong > LaneF32(1.0);
  let ratio = select(next.errorRatioSquared, zero, acrossCarried);
  // Between what takes no float32 out of its range.
  let bounded = clamp(tooLong, LaneF32(1e-2), LaneF32(1e2));
  let excess = pow(bounded, LaneF32(2.0 * METHOD_SUBSTEP_ORDER));
  let own = select(next.excessSquared, zero, acrossCarried);
  return Attempt(
    chosen(next.change, augmentedAt(one.change, other.change), acrossCarried),
    select(ratio, LaneF32(DOPRI_UNRESOLVED), isTooLong),
    select(own, select(own, excess, !(own > excess)), isTooLong | acrossCarried),
  );
}

// Takes over what is carried after a substep, of which this share of the step was taken, and keeps |phi|.
fn keepAcross(integrator: ptr<function, IntegratorState>, share: LaneF32) {
  let zero = LaneF32(0.0);
  (*integrator).carried = chosen((*integrator).carried, acrossAfter, share > zero);
  let p = (*integrator).state;
  let kept = lanesOf(stateAt((*integrator).carried, 0u).w, stateAt((*integrator).carried, LANES - 1u).w);
  let phi = lanesOf(norm(stateAt(p, 0u).xy), norm(stateAt(p, LANES - 1u).xy));
  let more = select(zero, kept / phi - 1.0, (kept > zero) & (share > zero));
  (*integrator).state += times(more * phi1Of(p), constant(vec4f(1.0, 0.0, 0.0, 0.0)));
  (*integrator).state += times(more * phi2Of(p), constant(vec4f(0.0, 1.0, 0.0, 0.0)));
}

// Whether l was ever carried, in which tangents have no part.
fn wasCarried(integrator: IntegratorState) -> bool {
  return stateAt(integrator.carried, 0u).w > 0.0;
}

// What the method knows between the ends of the substep that was tried last.
fn quarticWithin(p: AugmentedState, d: LaneF32) -> AugmentedState {
  return chosen(quarticOf(p, d), AugmentedState(), acrossCarried);
}
