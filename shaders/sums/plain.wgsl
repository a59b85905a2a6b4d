// Sums as they come, for particles that are only looked at. Takes the place of compensated.wgsl: half
// as much is fetched and stored in every frame.

fn accumulate(integrator: ptr<function, IntegratorState>, change: AugmentedState) {
  (*integrator).state += change;
}
