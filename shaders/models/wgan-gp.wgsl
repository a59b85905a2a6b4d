// WGAN with gradient penalty: D minimises u + lambda (|phi| - c)^2, G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // (|phi| - c) phi/|phi| = phi - c phi/|phi|
  let excess = phi - parameters.c * unit(phi);
  // phi' = -theta - 2 lambda (1 - c/|phi|) phi, theta' = phi
  return vec4f(-theta - 2.0 * parameters.lambda * excess, phi);
}
