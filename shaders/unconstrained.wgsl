// The default projection, for models whose parameters are free.
fn project(s: vec4f) -> vec4f {
  return s;
}
