// What a method integrates: the model's field at the projected state, with weight decay on the
// discriminator and one learning rate for each player.
fn velocity(s: vec4f) -> vec4f {
  let state = project(s);
  let raw = field(state);
  // phi' = rateD (field_phi - l2 phi); in the Dirac GAN the R1 and R2 penalties are this term too
  let discriminator = parameters.rateD * (raw.xy - parameters.l2 * state.xy);
  // theta' = rateG field_theta
  let generator = parameters.rateG * raw.zw;
  return vec4f(discriminator, generator);
}
