// Adam (Kingma and Ba 2015, algorithm 1), both players at once, each with its own decay rates.

fn prepare(motion: ptr<function, Motion>) {}

fn changeOf(motion: ptr<function, Motion>, h: f32) -> Step {
  let p = (*motion).point;
  let g = velocityOf(p);
  let beta1 = vec4f(vec2f(parameters.beta1D), vec2f(parameters.beta1G));
  let beta2 = vec4f(vec2f(parameters.beta2D), vec2f(parameters.beta2G));
  // first <- beta1 first + (1 - beta1) g, second <- beta2 second + (1 - beta2) g^2
  (*motion).first = scaled((*motion).first, beta1) + scaled(g, 1.0 - beta1);
  (*motion).second = scaled((*motion).second, beta2) + scaled(squared(g), 1.0 - beta2);
  // The moving averages of 1, (1 - beta1^t, 1 - beta2^t) of D and of G: what the two are divided by.
  let betas = vec4f(parameters.beta1D, parameters.beta2D, parameters.beta1G, parameters.beta2G);
  (*motion).weights = scaled((*motion).weights, betas) + constant(1.0 - betas);
  let weights = stateOf((*motion).weights);
  let mean = scaled((*motion).first, 1.0 / weights.xxzz);
  let size = root(scaled((*motion).second, 1.0 / weights.yyww));
  let change = h * quotient(mean, size, parameters.adamEps);
  return Step(change, strain2OfChange(p, change));
}
