// Alternating gradient descent: one player's update uses the other's newest value.

const ALTGD_DISCRIMINATOR = vec4f(1.0, 1.0, 0.0, 0.0);
const ALTGD_GENERATOR = vec4f(0.0, 0.0, 1.0, 1.0);

fn prepare(integrator: ptr<function, IntegratorState>) {}

// The change of p after one more update of a player, kept in the allowed set.
fn afterMove(p: AugmentedState, change: AugmentedState, h: f32, player: vec4f) -> AugmentedState {
  let next = change + h * scaled(vectorFieldOf(p + change), player);
  let moved = p + next;
  return next + (projected(moved) - moved);
}

fn afterDiscriminator(p: AugmentedState, change: AugmentedState, h: f32) -> AugmentedState {
  var next = change;
  for (var i = 0u; i < parameters.dSteps; i++) {
    next = afterMove(p, next, h, ALTGD_DISCRIMINATOR);
  }
  return next;
}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  var change = AugmentedState();
  if (first == 0u) {
    change = afterMove(p, afterDiscriminator(p, change, h), h, ALTGD_GENERATOR);
  } else {
    change = afterDiscriminator(p, afterMove(p, change, h, ALTGD_GENERATOR), h);
  }
  return Step(change, errorRatioSquaredOfChange(p, change));
}
