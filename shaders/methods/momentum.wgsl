// Gradient descent with Polyak's momentum: m <- beta m + v, s <- s + h m.

fn begin(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let carried = parameters.beta * (*integrator).moment;
  var derivative = vectorFieldOf(p);
  if (alternating != 0u) {
    // The generator's derivative is that at the discriminator's newest state.
    let discriminator = scaled(derivative, DISCRIMINATOR);
    let moved = p + h * (scaled(carried, DISCRIMINATOR) + discriminator);
    derivative = discriminator + scaled(vectorFieldOf(projected(moved)), GENERATOR);
  }
  (*integrator).moment = carried + derivative;
  let change = h * (*integrator).moment;
  return Step(change, errorRatioSquaredOfChange(p, change));
}
