// Non-saturating GAN: D minimises -log(1 - sigma(u)), G minimises -log sigma(u).
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -sigma(u) theta, theta' = sigma(-u) phi
  let sigma = logistics(u);
  return vec4f(-sigma.x * theta, sigma.y * phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let u = dot(s.xy, s.zw);
  // du = theta . dphi + phi . dtheta
  let du = dot(s.zwxy, t);
  // dphi' = -sigma(u) dtheta - sigma'(u) du theta, dtheta' = sigma(-u) dphi - sigma'(u) du phi
  let sigma = logistics(u);
  let direct = vec4f(-sigma.x * t.zw, sigma.y * t.xy);
  return direct - sigma.x * sigma.y * du * s.zwxy;
}

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  let slopes = logisticSlopes(dot(s.xy, s.zw));
  return secondOfDrives(s, t, r, vec4f(slopes, -slopes));
}
