// All starts take the same steps, and those of a dispatch are of one size.

fn endStepOf() -> i32 {
  return dispatch.endStep;
}

fn usualStep() -> StepSize {
  return StepSize(dispatch.h, dispatch.emaDecay);
}

fn sizeOfStep(step: i32, usual: StepSize) -> StepSize {
  return usual;
}
