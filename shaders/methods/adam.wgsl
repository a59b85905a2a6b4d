// Adam (Kingma and Ba 2015, algorithm 1), both players at once, each with its own decay rates.

fn prepare(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let g = vectorFieldOf(p);
  let beta1 = vec4f(vec2f(parameters.beta1D), vec2f(parameters.beta1G));
  let beta2 = vec4f(vec2f(parameters.beta2D), vec2f(parameters.beta2G));
  // first <- beta1 first + (1 - beta1) g, second <- beta2 second + (1 - beta2) g^2
  (*integrator).first = scaled((*integrator).first, beta1) + scaled(g, 1.0 - beta1);
  (*integrator).second = scaled((*integrator).second, beta2) + scaled(squared(g), 1.0 - beta2);
  // The moving averages of 1, (1 - beta1^t, 1 - beta2^t) of D and of G: what the two are divided by.
  let betas = vec4f(parameters.beta1D, parameters.beta2D, parameters.beta1G, parameters.beta2G);
  (*integrator).weights = scaled((*integrator).weights, betas) + constant(1.0 - betas);
  let weights = stateOf((*integrator).weights);
  let mean = scaled((*integrator).first, 1.0 / weights.xxzz);
  let size = root(scaled((*integrator).second, 1.0 / weights.yyww));
  let change = h * quotient(mean, size, parameters.adamEps);
  return Step(change, errorRatioSquaredOfChange(p, change));
}
