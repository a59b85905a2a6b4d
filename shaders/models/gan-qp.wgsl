// GAN-QP: D minimises u + u^2/(2 lambda |theta|), G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // |theta| = theta . theta/|theta|
  let norm = dot(theta, unit(theta));
  var slope = 0.0; // u theta/|theta| -> 0 with theta
  if (norm > 0.0) {
    // u/|theta|; a small lambda magnifies its error, and with it that of u
    slope = inner(phi, theta) / norm;
  }
  // phi' = -theta - u theta/(lambda |theta|), theta' = phi
  return vec4f(-theta - slope / parameters.lambda * theta, phi);
}
