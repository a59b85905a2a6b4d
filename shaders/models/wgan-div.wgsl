// WGAN-div (Wu 2018): D minimises u + k |phi|^p, G minimises -u.

// x^q for x > 0 and q >= 0. The whole part of q is multiplied out: pow, exp2(q log2 x) in WGSL,
// loses digits as q grows, and serves only for the fraction. Held finite: beyond 1e30 a state has
// left every bound.
fn power(x: f32, q: f32) -> f32 {
  let whole = floor(q);
  var product = pow(x, q - whole);
  for (var i = 0.0; i < whole; i += 1.0) {
    product = min(product * x, 1e30);
  }
  return product;
}

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  let along = unit(phi);
  // |phi| = phi . phi/|phi|
  let norm = dot(phi, along);
  var pull = vec2f(0.0); // the limit at phi = 0
  if (norm > 0.0) {
    // k p |phi|^(p-2) phi = k p |phi|^(p-1) phi/|phi|
    pull = parameters.k * parameters.p * power(norm, parameters.p - 1.0) * along;
  }
  // phi' = -theta - k p |phi|^(p-2) phi, theta' = phi
  return vec4f(-theta - pull, phi);
}
