// WGAN with a discriminator of unit norm: D minimises u/|phi|, G minimises -u/|phi|.
// phi' is -1/|phi| times theta's component across phi. Written as that component rather than as
// the difference of two long vectors, it is tangent to the circle |phi| = const.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  let along = unit(phi);
  // |phi| = phi . phi/|phi|
  let norm = dot(phi, along);
  if (norm == 0.0) {
    return vec4f(0.0); // the direction of phi = 0, and with it the game, is undefined: at rest
  }
  // L = phi1 theta2 - phi2 theta1
  let momentum = inner(phi, vec2f(theta.y, -theta.x));
  // phi' = -theta/|phi| + u phi/|phi|^3 = -(L/|phi|^2) n, n = (-phi2, phi1)/|phi|
  let turning = momentum / norm / norm;
  // theta' = phi/|phi|
  return vec4f(turning * along.y, -turning * along.x, along);
}
