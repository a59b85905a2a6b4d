// GAN-QP: D minimises u + u^2/(2 lambda |theta|), G minimises -u.
fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // u/(lambda |theta|); a small lambda magnifies its error, and with it that of u. At theta = 0 it is 0.
  let scaled = scaleOf(theta) * theta;
  let derivative = inner(phi, scaled) / (scaledLength(scaled) * parameters.lambda);
  // phi' = -theta - u theta/(lambda |theta|), theta' = phi
  return vec4f(-theta - derivative * theta, phi);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let phi = s.xy;
  // With e = theta/|theta| and n across it, u/|theta| = phi . e and de = n (n . dtheta)/|theta|, so
  // theta d(u/|theta|) = e (theta . dphi + (phi . n) (n . dtheta)): nothing is divided by |theta|.
  let along = unit(s.zw);
  let across = perpendicular(along);
  let turned = dot(s.zw, t.xy) + dot(phi, across) * dot(across, t.zw);
  // dphi' = -dtheta - ((u/|theta|) dtheta + theta d(u/|theta|))/lambda, dtheta' = dphi
  let penalty = dot(phi, along) * t.zw + turned * along;
  return vec4f(-t.zw - penalty / parameters.lambda, t.xy);
}
