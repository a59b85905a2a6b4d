// Hinge GAN: D minimises max(0, 1 + u), G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -[u > -1] theta, theta' = phi; at the hinge itself the discriminator rests
  return vec4f(select(vec2f(0.0), -theta, u > -1.0), phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let u = dot(s.xy, s.zw);
  // dphi' = -[u > -1] dtheta, dtheta' = dphi
  return vec4f(select(vec2f(0.0), -t.zw, u > -1.0), t.xy);
}
