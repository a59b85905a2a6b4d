// The measures that follow from what was seen of a trajectory. Twin of `measured` in
// src/measures/observe.ts.

// All measures of one start, in the columns' order.
struct Measured {
  distance: f32,
  amplitude: f32,
  rate: f32,
  settle: f32,
  rest: f32,
  turns: f32,
  ema: f32,
  lyapunov: f32,
  outcome: u32,
  evidence: f32,
  basin: f32,
}

// The measures of what was seen of a trajectory.
fn measured(o: Observed) -> Measured {
  // Where steps do not resolve the motion, nothing is known.
  let resolved = isResolved(o.errorRatioSquared);
  let bounded = (o.bounded == 1u) & resolved;
  let onLine = isOnLine(o.given);
  // Neither has sunk below what can be known, from above.
  let low = o.first.high < LEAST_LENGTH;
  let isShown = bounded & (low | (o.last.high >= LEAST_LENGTH));
  let isTurning = bounded & (low | (o.last.potential >= LEAST_LENGTH));
  let gone = select(UNDEFINED, INFINITE, resolved);
  var m: Measured;
  m.distance = select(gone, lengthOf(o.state.zw), bounded);
  m.amplitude = select(gone, o.last.high, bounded);
  m.rate = select(UNDEFINED, logRatio(o.last.high, o.third.high) / (0.25 * parameters.horizon), isShown);
  m.settle = select(gone, o.settledAt, bounded);
  m.rest = select(gone, o.restsSince, bounded);
  m.turns = select(UNDEFINED, select(o.turns, turnsOnAxis(o.state.z), onLine), isTurning);
  m.ema = select(gone, lengthOf(o.emaTheta), bounded);
  m.lyapunov = select(UNDEFINED, o.lyapunov, bounded);
  let label = labelOf(Evidence(
    select(o.start, o.given, onLine),
    o.state,
    o.bounded == 1u,
    o.angularMomentumLost == 2u,
    o.errorRatioSquared,
    o.errorRatioSquaredSum,
    o.first,
    o.second,
    o.third,
    o.last,
    o.extremaCount,
    abs(o.turns - o.turnsAtHalf),
    o.tangentGrowth,
  ));
  m.outcome = label.outcome;
  m.evidence = label.evidence;
  m.basin = basinOf(label.outcome, select(o.state, alongLine(o.state, o.given), onLine));
  return m;
}
