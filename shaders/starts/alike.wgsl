// All starts have the same parameters, and take the same steps.

fn loadParametersOf(start: u32) {
  loadParameters();
}

fn firstStepOf() -> i32 {
  return dispatch.firstStep;
}

fn endStepOf() -> i32 {
  return dispatch.endStep;
}

fn stepLength() -> f32 {
  return dispatch.h;
}

fn emaDecayOfStep() -> f32 {
  return dispatch.emaDecay;
}
