// WGAN-div (Wu 2018): D minimises u + k |phi|^p, G minimises -u.

// k p |phi|^(p-2)
fn decay(phi: vec2f) -> f32 {
  // p >= 2. pow is exp2(q log2 x): it loses digits where the power is far from 1, and there it is
  // either negligible beside theta or out of every bound, beyond which it is held finite.
  let power = atMost(pow(norm(phi), parameters.p - 2.0), 1e30);
  return parameters.k * parameters.p * power;
}

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // phi' = -theta - k p |phi|^(p-2) phi, theta' = phi
  return vec4f(-theta - decay(phi) * phi, phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  // dphi' = -dtheta - k p |phi|^(p-2) (dphi + (p - 2) n (n . dphi)), n = phi/|phi|, dtheta' = dphi
  let along = unit(s.xy);
  let stretched = t.xy + (parameters.p - 2.0) * dot(along, t.xy) * along;
  return vec4f(-t.zw - decay(s.xy) * stretched, t.xy);
}
