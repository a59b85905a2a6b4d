// Each start has parameters of its own, and takes steps of its own: a dispatch takes those of its steps
// that the start has. Takes the place of starts/alike.wgsl.

@group(0) @binding(6) var<storage, read> startParameters: array<StartParameters>;

// The dispatch that takes the last steps that are shorter than the others.
fn isLast() -> bool {
  return dispatch.firstStep < 0;
}

// The number of steps of the same length from the first on.
fn evenSteps() -> i32 {
  return i32(parameters.steps) - select(0, 1, parameters.lastStep != parameters.step);
}

fn firstStepOf() -> i32 {
  return select(dispatch.firstStep, evenSteps(), isLast());
}

fn endStepOf() -> i32 {
  return select(min(dispatch.endStep, evenSteps()), i32(parameters.steps), isLast());
}

fn stepLength() -> f32 {
  return select(parameters.step, parameters.lastStep, isLast());
}

fn emaDecayOfStep() -> f32 {
  return select(parameters.emaBeta, parameters.emaLast, isLast());
}
