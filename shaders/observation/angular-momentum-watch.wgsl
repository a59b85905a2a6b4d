// Whether L has been lost in rounding and come back.
fn watchAngularMomentum(o: ptr<function, Observation>, now: AugmentedState) {
  let current = angularMomentumOf(now);
  let phiSquare = phi1Of(now) * phi1Of(now) + phi2Of(now) * phi2Of(now);
  let most = phiSquare * (theta1Of(now) * theta1Of(now) + theta2Of(now) * theta2Of(now));
  let isLost = current * current < TOLERANCE_ANGULAR_MOMENTUM_LOST * TOLERANCE_ANGULAR_MOMENTUM_LOST * most;
  let back = current * current > TOLERANCE_ANGULAR_MOMENTUM_REGAINED * TOLERANCE_ANGULAR_MOMENTUM_REGAINED * most;
  let regained = select(LaneI32(0), LaneI32(2), back & ((*o).angularMomentumLost > LaneI32(0)));
  (*o).angularMomentumLost = max((*o).angularMomentumLost, select(regained, LaneI32(1), isLost));
}
