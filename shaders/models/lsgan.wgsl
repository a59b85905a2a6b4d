// Least-squares GAN: D minimises (u - a)^2/2, G minimises (u - g)^2/2.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u = phi . theta
  let u = dot(phi, theta);
  // phi' = -(u - a) theta, theta' = (g - u) phi
  return vec4f((parameters.a - u) * theta, (parameters.g - u) * phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let u = dot(s.xy, s.zw);
  // du = theta . dphi + phi . dtheta
  let du = dot(s.zwxy, t);
  // dphi' = (a - u) dtheta - du theta, dtheta' = (g - u) dphi - du phi
  return vec4f((parameters.a - u) * t.zw, (parameters.g - u) * t.xy) - du * s.zwxy;
}

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  // The drives are u - a and g - u.
  return secondOfDrives(s, t, r, vec4f(1.0, 0.0, -1.0, 0.0));
}
