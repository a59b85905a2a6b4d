// The players' gradients at an allowed state, and their change along t.
fn gradientAt(s: vec4f) -> vec4f {
  return withGradientModifiers(field(s), s);
}

fn gradientChange(s: vec4f, t: vec4f) -> vec4f {
  return withGradientModifiers(jvp(s, t), t);
}
