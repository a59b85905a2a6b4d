// WGAN with weight clipping (Arjovsky 2017): D minimises u, G minimises -u, with each component
// of phi held in [-clip, clip].

// phi_i -> min(max(phi_i, -clip), clip)
fn project(s: vec4f) -> vec4f {
  return vec4f(clipped(s.x), clipped(s.y), s.zw);
}

fn clipped(x: f32) -> f32 {
  return atLeast(atMost(x, parameters.clip), -parameters.clip);
}

fn field(s: vec4f) -> vec4f {
  // phi' = -theta, theta' = phi
  return vec4f(-s.zw, s.xy);
}

// The derivative of `project` at s applied to t: a component of phi held at the edge stays there.
fn projectTangent(s: vec4f, t: vec4f) -> vec4f {
  return vec4f(select(vec2f(0.0), t.xy, abs(s.xy) <= vec2f(parameters.clip)), t.zw);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  return field(t); // the field is linear
}
