// Angles around 0, and which plane they are counted in. Twin of src/measures/winding.ts.

fn isPlanar(start: AugmentedState) -> LaneBool {
  return (phi2Of(start) != LaneF32(0.0)) | (theta2Of(start) != LaneF32(0.0));
}

// The point whose angle is counted is theta, or (theta1, phi1) in one dimension (phi2 = theta2 = 0),
// times LENGTH_SCALE.
fn turningX(p: AugmentedState) -> LaneF32 {
  return LENGTH_SCALE * theta1Of(p);
}

fn turningY(p: AugmentedState, view: View) -> LaneF32 {
  return view.ofTheta2 * theta2Of(p) + view.ofPhi1 * phi1Of(p);
}

fn windingNumberOf(crossings: LaneF32, start: AugmentedState, now: AugmentedState) -> LaneF32 {
  let view = viewOf(start, 0.0);
  let before = angle(turningX(start), turningY(start, view));
  let after = angle(turningX(now), turningY(now, view));
  return crossings + (after - before) / TAU;
}

// The angle of (x, y) in (-pi, pi], and 0 at 0, where atan2 is undefined.
fn angle(x: LaneF32, y: LaneF32) -> LaneF32 {
  let zero = LaneF32(0.0);
  // A zero of either sign counts as above the axis, as crossings do.
  return select(atan2(select(y, zero, y == zero), x), zero, (x == zero) & (y == zero));
}
