// Adam (Kingma and Ba 2015, algorithm 1), each player with its own decay rates. A learning rate
// multiplies the player's step: a factor of the gradient would cancel in first / sqrt(second).

// Moving averages of gradients and of their squares.
struct Moments {
  first: AugmentedState,
  second: AugmentedState,
}

fn begin(integrator: ptr<function, IntegratorState>) {}

// first <- beta1 first + (1 - beta1) g, second <- beta2 second + (1 - beta2) g^2
fn momentsWith(first: AugmentedState, second: AugmentedState, g: AugmentedState) -> Moments {
  let beta1 = vec4f(vec2f(parameters.beta1D), vec2f(parameters.beta1G));
  let beta2 = vec4f(vec2f(parameters.beta2D), vec2f(parameters.beta2G));
  return Moments(
    scaled(first, beta1) + scaled(g, 1.0 - beta1),
    scaled(second, beta2) + scaled(squared(g), 1.0 - beta2),
  );
}

// The step that the moments make, their averages divided by those of 1.
fn adamChange(moments: Moments, weights: vec4f, h: f32) -> AugmentedState {
  let mean = scaled(moments.first, 1.0 / weights.xxzz);
  let size = root(scaled(moments.second, 1.0 / weights.yyww));
  return scaledByRates(quotient(mean, size, parameters.adamEps), h);
}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  // The moving averages of 1, (1 - beta1^t, 1 - beta2^t) of D and of G.
  let betas = vec4f(parameters.beta1D, parameters.beta2D, parameters.beta1G, parameters.beta2G);
  (*integrator).weights = scaled((*integrator).weights, betas) + constant(1.0 - betas);
  let weights = stateOf((*integrator).weights);
  var g = gradientFieldOf(p);
  if (alternating != 0u) {
    // The generator's gradient is that at the discriminator's newest state.
    let early = adamChange(momentsWith((*integrator).first, (*integrator).second, g), weights, h);
    let moved = projected(p + scaled(early, DISCRIMINATOR));
    g = scaled(g, DISCRIMINATOR) + scaled(gradientFieldOf(moved), GENERATOR);
  }
  let moments = momentsWith((*integrator).first, (*integrator).second, g);
  (*integrator).first = moments.first;
  (*integrator).second = moments.second;
  let change = adamChange(moments, weights, h);
  return Step(change, errorRatioSquaredOfChange(p, change));
}
