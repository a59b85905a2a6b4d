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

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  // -k p (p - 2) |phi|^(p-3) ((p - 1) t_l r_l + t_a r_a) along, and (t_l r_a + t_a r_l) across
  let one = alongAcross(s.xy, t.xy);
  let other = alongAcross(s.xy, r.xy);
  let p = parameters.p;
  let bent = vec2f((p - 1.0) * one.x * other.x + one.y * other.y, one.x * other.y + one.y * other.x);
  // In units of |phi|, of which one is left.
  let size = norm(s.xy);
  return vec4f(-(p - 2.0) * decay(s.xy) * size * ofAlongAcross(s.xy, bent), 0.0, 0.0);
}
