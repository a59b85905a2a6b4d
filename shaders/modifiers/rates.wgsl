// A learning rate for each player: phi' = rateD field_phi, theta' = rateG field_theta.
fn withRates(value: vec4f, s: vec4f) -> vec4f {
  return learningRates() * value;
}
