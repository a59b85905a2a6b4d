// What a method integrates: the model's field at the projected state with the modifiers that are linked.
fn vectorField(s: vec4f) -> vec4f {
  let state = project(s);
  return withRateModifiers(gradientAt(state), state);
}

// The derivative of `vectorField` at s applied to t.
fn vectorFieldJvp(s: vec4f, t: vec4f) -> vec4f {
  let tangent = projectTangent(s, t);
  return withRateModifiers(gradientChange(project(s), tangent), tangent);
}

// Both players' negative gradients, for rules that rescale them: without learning rates.
fn gradientField(s: vec4f) -> vec4f {
  return gradientAt(project(s));
}

// The derivative of `gradientField` at s applied to t.
fn gradientJvp(s: vec4f, t: vec4f) -> vec4f {
  return gradientChange(project(s), projectTangent(s, t));
}

fn learningRates() -> vec4f {
  return vec4f(vec2f(parameters.rateD), vec2f(parameters.rateG));
}

// What a draw of the gradients is multiplied by.
fn drawRates(rated: bool) -> vec4f {
  return select(vec4f(1.0), learningRates(), rated);
}
