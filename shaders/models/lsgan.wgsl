// Least-squares GAN: D minimises (u - a)^2/2, G minimises (u - g)^2/2.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -(u - a) theta, theta' = (g - u) phi
  return vec4f((parameters.a - u) * theta, (parameters.g - u) * phi);
}
