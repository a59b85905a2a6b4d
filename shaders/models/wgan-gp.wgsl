// WGAN with gradient penalty: D minimises u + lambda (|phi| - c)^2, G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // (|phi| - c) phi/|phi| = phi - c phi/|phi|
  let excess = phi - parameters.c * unit(phi);
  // phi' = -theta - 2 lambda (1 - c/|phi|) phi, theta' = phi
  return vec4f(-theta - 2.0 * parameters.lambda * excess, phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  // dphi' = -dtheta - 2 lambda (dphi - c d(phi/|phi|)), dtheta' = dphi
  let excess = t.xy - parameters.c * unitTangent(s.xy, t.xy);
  return vec4f(-t.zw - 2.0 * parameters.lambda * excess, t.xy);
}
