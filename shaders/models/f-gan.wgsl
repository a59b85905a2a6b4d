// f-GAN (Nowozin 2016): D minimises f*(act(u)), G minimises -f*(act(u)), or -act(u) when
// non-saturating. f* is the conjugate of the divergence's f, act its output activation.

// e^x, held finite: beyond e^80 a state has left every bound.
fn boundedExponential(x: f32) -> f32 {
  return exp(min(x, 80.0));
}

// w(u) = d f*(act(u)) / du
fn conjugateSlope(u: f32) -> f32 {
  switch divergence {
    case 0u: { return boundedExponential(u - 1.0); } // kl: w = e^(u-1)
    case 1u: { return 1.0; } // reverse-kl: w = 1
    case 2u: { return 1.0 + 0.5 * u; } // pearson: w = 1 + u/2
    case 3u: { return boundedExponential(u); } // hellinger: w = e^u
    default: { return logistic(u); } // js: w = sigma(u)
  }
}

// act'(u)
fn activationSlope(u: f32) -> f32 {
  switch divergence {
    case 0u, 2u: { return 1.0; } // kl, pearson: act = u, act' = 1
    case 1u, 3u: { return boundedExponential(-u); } // reverse-kl, hellinger: act' = e^-u
    default: { return logistic(-u); } // js: act' = sigma(-u)
  }
}

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  let weight = conjugateSlope(u);
  var drive = weight;
  if (nonSaturating != 0u) {
    drive = activationSlope(u);
  }
  // phi' = -w(u) theta, theta' = w(u) phi or act'(u) phi
  return vec4f(-weight * theta, drive * phi);
}
