// Of a field of linear pieces, which has no second derivative but at its kinks.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  return vec4f(0.0);
}
