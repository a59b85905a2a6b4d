// For models that read no direction of a phi that underflows.
fn keepDirection(s: vec4f) -> vec4f {
  return s;
}
