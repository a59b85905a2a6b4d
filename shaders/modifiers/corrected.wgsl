// The players' gradients v with corrections of them by their Jacobian J. Takes the place of uncorrected.wgsl.

// v at an allowed state.
fn uncorrected(s: vec4f) -> vec4f {
  return withGradientModifiers(field(s), s);
}

fn uncorrectedChange(s: vec4f, t: vec4f) -> vec4f {
  return withGradientModifiers(jvp(s, t), t);
}

// Column j of J, and of its change along t; what linear modifiers add is linear in the state.
fn jacobianAt(s: vec4f) -> mat4x4f {
  return mat4x4f(
    uncorrectedChange(s, vec4f(1.0, 0.0, 0.0, 0.0)),
    uncorrectedChange(s, vec4f(0.0, 1.0, 0.0, 0.0)),
    uncorrectedChange(s, vec4f(0.0, 0.0, 1.0, 0.0)),
    uncorrectedChange(s, vec4f(0.0, 0.0, 0.0, 1.0)),
  );
}

fn bendAt(s: vec4f, unit: vec4f, t: vec4f) -> vec4f {
  return withGradientModifiers(second(s, unit, t), vec4f(0.0));
}

fn jacobianChange(s: vec4f, t: vec4f) -> mat4x4f {
  return mat4x4f(
    bendAt(s, vec4f(1.0, 0.0, 0.0, 0.0), t),
    bendAt(s, vec4f(0.0, 1.0, 0.0, 0.0), t),
    bendAt(s, vec4f(0.0, 0.0, 1.0, 0.0), t),
    bendAt(s, vec4f(0.0, 0.0, 0.0, 1.0), t),
  );
}

fn gradientAt(s: vec4f) -> vec4f {
  let v = uncorrected(s);
  return v + corrections(jacobianAt(s), v);
}

// Corrections are linear in J and in v.
fn gradientChange(s: vec4f, t: vec4f) -> vec4f {
  let change = uncorrectedChange(s, t);
  return change + corrections(jacobianAt(s), change) + corrections(jacobianChange(s, t), uncorrected(s));
}
