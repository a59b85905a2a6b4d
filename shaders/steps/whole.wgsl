// Steps of a rule, which are whole.

// There is nothing to keep of a step that is under way.
struct Progress {
  none: u32,
}

fn beginStep(integrator: ptr<function, IntegratorState>) -> Progress {
  return Progress(0u);
}

fn isDone(progress: Progress) -> bool {
  return true;
}

fn shareDone(progress: Progress) -> LaneF32 {
  return LaneF32(1.0);
}

fn advance(
  integrator: ptr<function, IntegratorState>,
  progress: ptr<function, Progress>,
  h: f32,
  keys: LaneU32,
  number: u32,
) -> Substep {
  beginDraws(keys, number);
  let next = changeOf(integrator, h);
  var change = next.change;
  if (noisy != 0u) {
    change = withNoise(change, (*integrator).state, keys, number, h);
  }
  moveBy(integrator, change);
  return Substep(next.change, next.errorRatioSquared, LaneF32(1.0));
}

// Nothing is interpolated, and nothing carried.
fn quarticWithin(p: AugmentedState, h: LaneF32) -> AugmentedState {
  return AugmentedState();
}

fn wasCarried(integrator: IntegratorState) -> bool {
  return false;
}
