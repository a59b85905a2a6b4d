// Alternating gradient descent: one player's update uses the other's newest value.

fn begin(integrator: ptr<function, IntegratorState>) {}

// The change of p after one more update of a player, kept in the allowed set.
fn afterMove(p: AugmentedState, change: AugmentedState, h: f32, player: vec4f) -> AugmentedState {
  let next = change + h * scaled(vectorFieldOf(p + change), player);
  let moved = p + next;
  return next + (projected(moved) - moved);
}

fn afterDiscriminator(p: AugmentedState, change: AugmentedState, h: f32) -> AugmentedState {
  var next = change;
  for (var i = 0u; i < parameters.dSteps; i++) {
    next = afterMove(p, next, h, DISCRIMINATOR);
  }
  return next;
}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  var change = AugmentedState();
  if (first == 0u) {
    change = afterMove(p, afterDiscriminator(p, change, h), h, GENERATOR);
  } else {
    change = afterDiscriminator(p, afterMove(p, change, h, GENERATOR), h);
  }
  return Step(change, errorRatioSquaredOfChange(p, change));
}
