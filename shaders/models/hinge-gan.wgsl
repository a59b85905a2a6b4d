// Hinge GAN: D minimises max(0, 1 + u), G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -[u > -1] theta, theta' = phi; at the hinge itself the discriminator rests
  return vec4f(select(vec2f(0.0), -theta, u > -1.0), phi);
}
