// The logistic function. Only e^-|x| is formed, so nothing overflows, and both branches are free
// of cancellation: the relative error stays that of exp for either sign of x.

// sigma(x) = 1 / (1 + e^-x) = e^x / (1 + e^x)
fn logistic(x: f32) -> f32 {
  let decay = exp(-abs(x));
  return select(decay, 1.0, x >= 0.0) / (1.0 + decay);
}

// sigma'(x) = sigma(x) sigma(-x) = e^-|x| / (1 + e^-|x|)^2
fn logisticSlope(x: f32) -> f32 {
  let decay = exp(-abs(x));
  return decay / ((1.0 + decay) * (1.0 + decay));
}
