// Times within a step. Twin of src/measures/settling.ts.

// The time after so many steps, the last one in part.
fn timeAfter(steps: LaneF32) -> LaneF32 {
  let all = f32(parameters.steps);
  let ofLast = parameters.horizon - (all - steps) * parameters.lastStep;
  return select(steps * parameters.step, ofLast, steps > LaneF32(all - 1.0));
}

// When |theta| fell below eps: within a step or substep of a flow, where its cubic Hermite interpolant
// does, of a rule after it.
fn timeBelow(view: View, steps: LaneF32, share: LaneF32, before: AugmentedState, after: AugmentedState) -> LaneF32 {
  let time = timeAfter(steps);
  if (!METHOD_FLOWS) {
    return time;
  }
  let h = time - timeAfter(steps - share);
  let first = thetaSquareOf(before) - view.epsSquare;
  let second = thetaSquareOf(after) - view.epsSquare;
  let firstChange = h * thetaSquareChangeOf(before);
  let secondChange = h * thetaSquareChangeOf(after);
  var above = LaneF32(0.0);
  var below = LaneF32(1.0);
  for (var i = 0u; i < 16u; i++) {
    let x = 0.5 * (above + below);
    let y = 1.0 - x;
    let value = y * y * (1.0 + 2.0 * x) * first + x * x * (3.0 - 2.0 * x) * second + x * y * (y * firstChange - x * secondChange);
    let negative = value < LaneF32(0.0);
    below = select(below, x, negative);
    above = select(x, above, negative);
  }
  return time - (1.0 - below) * h;
}

// How |theta|^2 changes in a unit of time, times LENGTH_SCALE^2.
fn thetaSquareChangeOf(p: AugmentedState) -> LaneF32 {
  let v = vectorFieldOf(p);
  let scaled1 = LENGTH_SCALE * theta1Of(p) * (LENGTH_SCALE * theta1Of(v));
  return 2.0 * (scaled1 + LENGTH_SCALE * theta2Of(p) * (LENGTH_SCALE * theta2Of(v)));
}
