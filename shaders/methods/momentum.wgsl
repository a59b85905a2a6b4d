// Gradient descent with Polyak's momentum: m <- beta m + v, s <- s + h m.

const MOMENTUM_DISCRIMINATOR = vec4f(1.0, 1.0, 0.0, 0.0);
const MOMENTUM_GENERATOR = vec4f(0.0, 0.0, 1.0, 1.0);

fn prepare(motion: ptr<function, Motion>) {}

fn changeOf(motion: ptr<function, Motion>, h: f32) -> Step {
  let p = (*motion).point;
  let carried = parameters.beta * (*motion).moment;
  var slope = velocityOf(p);
  if (alternating != 0u) {
    // The generator's slope is that at the discriminator's newest state.
    let discriminator = scaled(slope, MOMENTUM_DISCRIMINATOR);
    let moved = p + h * (scaled(carried, MOMENTUM_DISCRIMINATOR) + discriminator);
    slope = discriminator + scaled(velocityOf(projected(moved)), MOMENTUM_GENERATOR);
  }
  (*motion).moment = carried + slope;
  let change = h * (*motion).moment;
  return Step(change, strain2OfChange(p, change));
}
