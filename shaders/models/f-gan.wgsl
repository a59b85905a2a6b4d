// f-GAN (Nowozin 2016): D minimises f*(act(u)), G minimises -f*(act(u)), or -act(u) when
// non-saturating. f* is the conjugate of the divergence's f, act its output activation.

// e^x, held finite: a state beyond e^64 leaves every bound within a step, and up to there the field
// and its Jacobian stay in float32.
fn boundedExponential(x: f32) -> f32 {
  return exp(atMost(x, 64.0));
}

// w(u) = d f*(act(u)) / du
fn conjugateDerivative(u: f32) -> f32 {
  switch divergence {
    case 0u: { return boundedExponential(u - 1.0); } // kl: w = e^(u-1)
    case 1u: { return 1.0; } // reverse-kl: w = 1
    case 2u: { return 1.0 + 0.5 * u; } // pearson: w = 1 + u/2
    case 3u: { return boundedExponential(u); } // hellinger: w = e^u
    default: { return logistic(u); } // js: w = sigma(u)
  }
}

// w'(u)
fn conjugateCurvature(u: f32) -> f32 {
  switch divergence {
    case 0u: { return boundedExponential(u - 1.0); } // kl: w' = w
    case 1u: { return 0.0; } // reverse-kl: w' = 0
    case 2u: { return 0.5; } // pearson: w' = 1/2
    case 3u: { return boundedExponential(u); } // hellinger: w' = w
    default: { return logisticDerivative(u); } // js: w' = sigma'(u)
  }
}

// act'(u)
fn activationDerivative(u: f32) -> f32 {
  switch divergence {
    case 0u, 2u: { return 1.0; } // kl, pearson: act = u, act' = 1
    case 1u, 3u: { return boundedExponential(-u); } // reverse-kl, hellinger: act' = e^-u
    default: { return logistic(-u); } // js: act' = sigma(-u)
  }
}

// act''(u)
fn activationCurvature(u: f32) -> f32 {
  switch divergence {
    case 0u, 2u: { return 0.0; } // kl, pearson: act'' = 0
    case 1u, 3u: { return -boundedExponential(-u); } // reverse-kl, hellinger: act'' = -e^-u
    default: { return -logisticDerivative(u); } // js: act'' = -sigma'(u)
  }
}

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  let weight = conjugateDerivative(u);
  var drive = weight;
  if (nonSaturating != 0u) {
    drive = activationDerivative(u);
  }
  // phi' = -w(u) theta, theta' = w(u) phi or act'(u) phi
  return vec4f(-weight * theta, drive * phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let u = dot(s.xy, s.zw);
  // du = theta . dphi + phi . dtheta
  let du = dot(s.zwxy, t);
  let weight = conjugateDerivative(u);
  let weightTangent = conjugateCurvature(u) * du;
  var drive = weight;
  var driveTangent = weightTangent;
  if (nonSaturating != 0u) {
    drive = activationDerivative(u);
    driveTangent = activationCurvature(u) * du;
  }
  // dphi' = -w dtheta - dw theta, dtheta' = w dphi + dw phi or act' dphi + d(act') phi
  return vec4f(
    -weight * t.zw - weightTangent * s.zw,
    drive * t.xy + driveTangent * s.xy,
  );
}

// w''(u)
fn conjugateBend(u: f32) -> f32 {
  switch divergence {
    case 0u: { return boundedExponential(u - 1.0); } // kl: w'' = w
    case 1u, 2u: { return 0.0; } // reverse-kl, pearson: w'' = 0
    case 3u: { return boundedExponential(u); } // hellinger: w'' = w
    default: { return logisticSlopes(u).y; } // js: w'' = sigma''(u)
  }
}

// act'''(u)
fn activationBend(u: f32) -> f32 {
  switch divergence {
    case 0u, 2u: { return 0.0; } // kl, pearson: act''' = 0
    case 1u, 3u: { return boundedExponential(-u); } // reverse-kl, hellinger: act''' = e^-u
    default: { return -logisticSlopes(u).y; } // js: act''' = -sigma''(u)
  }
}

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  let u = dot(s.xy, s.zw);
  let weight = vec2f(conjugateCurvature(u), conjugateBend(u));
  var drive = weight;
  if (nonSaturating != 0u) {
    drive = vec2f(activationCurvature(u), activationBend(u));
  }
  return secondOfDrives(s, t, r, vec4f(weight, drive));
}
