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

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  // phi' + theta is -M phi/lambda, M = |theta| e e^T, e = theta/|theta|, n across it. With dtheta = (l, a) along
  // and across: dM x = l e (e.x) + a (n (e.x) + e (n.x)), d2M x = (a_t a_r/|theta|) (2 n (n.x) - e (e.x)).
  let along = unit(s.zw);
  let across = perpendicular(along);
  let phi = vec2f(dot(along, s.xy), dot(across, s.xy));
  let phiT = vec2f(dot(along, t.xy), dot(across, t.xy));
  let phiR = vec2f(dot(along, r.xy), dot(across, r.xy));
  let one = vec2f(dot(along, t.zw), dot(across, t.zw));
  let other = vec2f(dot(along, r.zw), dot(across, r.zw));
  let bent = one.y * (other.y / atLeast(dot(along, s.zw), shortestScale));
  let ofAlong = dot(one, phiR) + dot(other, phiT) - bent * phi.x;
  let ofAcross = one.y * phiR.x + other.y * phiT.x + 2.0 * bent * phi.y;
  return vec4f(-(ofAlong * along + ofAcross * across) / parameters.lambda, 0.0, 0.0);
}
