// WGAN with weight clipping (Arjovsky 2017): D minimises u, G minimises -u, with each component
// of phi held in [-clip, clip].

// phi_i -> min(max(phi_i, -clip), clip)
fn project(s: vec4f) -> vec4f {
  return vec4f(clamp(s.xy, vec2f(-parameters.clip), vec2f(parameters.clip)), s.zw);
}

fn field(s: vec4f) -> vec4f {
  // phi' = -theta, theta' = phi
  return vec4f(-s.zw, s.xy);
}
