// Gradient descent with Polyak's momentum: m <- beta m + v, s <- s + h m.

const MOMENTUM_DISCRIMINATOR = vec4f(1.0, 1.0, 0.0, 0.0);
const MOMENTUM_GENERATOR = vec4f(0.0, 0.0, 1.0, 1.0);

fn prepare(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let carried = parameters.beta * (*integrator).moment;
  var derivative = vectorFieldOf(p);
  if (alternating != 0u) {
    // The generator's derivative is that at the discriminator's newest state.
    let discriminator = scaled(derivative, MOMENTUM_DISCRIMINATOR);
    let moved = p + h * (scaled(carried, MOMENTUM_DISCRIMINATOR) + discriminator);
    derivative = discriminator + scaled(vectorFieldOf(projected(moved)), MOMENTUM_GENERATOR);
  }
  (*integrator).moment = carried + derivative;
  let change = h * (*integrator).moment;
  return Step(change, errorRatioSquaredOfChange(p, change));
}
