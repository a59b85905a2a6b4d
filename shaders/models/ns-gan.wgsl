// Non-saturating GAN: D minimises -log(1 - sigma(u)), G minimises -log sigma(u).
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -sigma(u) theta, theta' = sigma(-u) phi
  return vec4f(-logistic(u) * theta, logistic(-u) * phi);
}
