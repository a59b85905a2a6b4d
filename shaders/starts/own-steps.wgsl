// Each start takes steps of its own: a dispatch takes those of its steps that the start has. Takes the
// place of starts/same-steps.wgsl.

fn endStepOf() -> i32 {
  return min(dispatch.endStep, i32(parameters.steps));
}

fn usualStep() -> StepSize {
  return StepSize(parameters.step, parameters.emaBeta);
}

fn sizeOfStep(step: i32, usual: StepSize) -> StepSize {
  let isLast = step + 1 == i32(parameters.steps);
  return StepSize(
    select(usual.h, parameters.lastStep, isLast),
    select(usual.emaDecay, parameters.emaLast, isLast),
  );
}
