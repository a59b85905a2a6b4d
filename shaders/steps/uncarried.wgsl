// For flows of models of which a state shows all that is needed.

fn carriedAttempt(
  integrator: ptr<function, IntegratorState>,
  next: Attempt,
  h: f32,
  share: LaneF32,
) -> Attempt {
  return next;
}

fn keepAcross(integrator: ptr<function, IntegratorState>, share: LaneF32) {}

fn wasCarried(integrator: IntegratorState) -> bool {
  return false;
}

fn quarticWithin(p: AugmentedState, d: LaneF32) -> AugmentedState {
  return quarticOf(p, d);
}
