// Which paths return to 0 by theorem, and how far they have come. Twin of src/measures/labels/return.ts,
// which has the reasons.

const OUTCOME_UNKNOWN = 0xffffu;

// The label of a path whose |phi| falls while the loss only turns it, where its start says it.
fn returnOf(e: Evidence) -> u32 {
  let potential = potentialAmplitudeOf(e.start);
  let momentum = abs(angularMomentum(e.start));
  let isLost = momentum <= TOLERANCE_LINEAR * potential * potential;
  if ((parameters.convergence != 1u) | (noisy != 0u) | isLost) {
    return OUTCOME_UNKNOWN;
  }
  let phi = lengthOf(e.start.xy);
  let one = sqrt(parameters.rateG / parameters.rateD) * phi;
  let r = largestOf(lengthOf(e.start.zw) / one, momentum / phi / one);
  // It falls by between 2/3 of the decay and all of it, after a pass at the speed rateG.
  let decay = parameters.rateD * parameters.l2;
  let perLength = 2.0 / parameters.rateG;
  let times = parameters.horizon * vec2f(0.5, 0.75) - perLength * one * r;
  let most = one * r * exp(-2.0 / 3.0 * decay * max(times, vec2f(0.0)));
  let fall = decay * parameters.horizon;
  let least = one * exp(-fall) * leastRatioAfter(fall, r);
  let isFollowed = 2.0 * perLength * most.x < 0.25 * parameters.horizon;
  let found = select(OUTCOME_UNKNOWN, OUTCOME_CONVERGING, isFollowed & (least > parameters.eps));
  return select(found, OUTCOME_CONVERGED, most.y < parameters.eps);
}

// The largest |theta| of a path where theta has length r and is l across phi, all over sqrt(rateG/rateD) |phi|.
fn largestOf(r: f32, l: f32) -> f32 {
  let kept = 0.5 * r * r - log(l);
  let above = 1.0 + sqrt(atLeast(2.0 * kept - 1.0, 1e-6));
  return closer(closer(above, kept), kept);
}

fn closer(r: f32, kept: f32) -> f32 {
  return r - (r * r - 2.0 * log(r) - 2.0 * kept) / (2.0 * (r - 1.0 / r));
}

// The least that the ratio of the largest |theta| to that unit may have become where the unit has fallen by
// exp(-fall). Its exponential may be beyond float32: what has fallen so far is not claimed to be away.
fn leastRatioAfter(fall: f32, ratio: f32) -> f32 {
  let rise = ratio * ratio - 1.0;
  let risen = rise * rise / ratio * exp(atMost(fall, 80.0));
  var r = ratio;
  for (var i = 0; i < 3; i++) {
    r = sqrt(1.0 + sqrt(risen * r));
  }
  return r;
}
