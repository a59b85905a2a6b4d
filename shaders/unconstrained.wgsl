// The default projection, for models whose parameters are free.
fn project(s: vec4f) -> vec4f {
  return s;
}

// The derivative of `project` at s applied to t.
fn projectTangent(s: vec4f, t: vec4f) -> vec4f {
  return t;
}
