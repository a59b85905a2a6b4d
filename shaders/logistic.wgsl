// The logistic function, free of cancellation: the relative error stays that of exp for either sign
// of x.

// (sigma(x), sigma(-x)) = (1, e^-x) / (1 + e^-x). The exponential is held finite; beyond that
// sigma(x) is below 2e-35, which moves nothing.
fn logistics(x: f32) -> vec2f {
  let decay = exp(atMost(-x, 80.0));
  let rise = 1.0 / (1.0 + decay);
  return vec2f(rise, decay * rise);
}

fn logistic(x: f32) -> f32 {
  return logistics(x).x;
}

// sigma'(x) = sigma(x) sigma(-x)
fn logisticDerivative(x: f32) -> f32 {
  let both = logistics(x);
  return both.x * both.y;
}

// (sigma'(x), sigma''(x)), sigma'' = sigma' (sigma(-x) - sigma(x))
fn logisticSlopes(x: f32) -> vec2f {
  let both = logistics(x);
  let slope = both.x * both.y;
  return vec2f(slope, slope * (both.y - both.x));
}
