// Weight decay of the discriminator: phi' = field_phi - l2 phi. In the Dirac GAN the R1 and R2 penalties are
// this term too.
fn withL2(value: vec4f, s: vec4f) -> vec4f {
  return value - vec4f(parameters.l2 * s.xy, 0.0, 0.0);
}
