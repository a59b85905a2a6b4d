// WGAN with a discriminator of unit norm: D minimises u/|phi|, G minimises -u/|phi|.
// phi' is -1/|phi| times theta's component across phi. Written as that component rather than as
// the difference of two long vectors, it is tangent to the circle |phi| = const.
fn field(s: vec4f) -> vec4f {
  let scale = scaleOf(s.xy);
  let phi = scale * s.xy;
  let theta = s.zw;
  // The direction of phi = 0, and with it the game, is undefined: at rest.
  let size = scaledLength(phi);
  let along = phi / size;
  // L = phi1 theta2 - phi2 theta1
  let angularMomentum = inner(phi, vec2f(theta.y, -theta.x));
  // phi' = -theta/|phi| + u phi/|phi|^3 = -(L/|phi|^2) n, n across phi/|phi|: of a phi `scale` times as
  // long 1/scale times as much
  let turning = scale * (angularMomentum / (size * size));
  // theta' = phi/|phi|
  return vec4f(-turning * perpendicular(along), along);
}

// The mean rate at which ln|l| grows, l what of theta lies across phi, while |phi| and what of theta lies along it
// change from one value to the other: l' = x l/|phi|^2, by Simpson's rule.
fn acrossGrowth(phiFrom: f32, phiTo: f32, alongFrom: f32, alongTo: f32) -> f32 {
  let ends = alongFrom / phiFrom / phiFrom + alongTo / phiTo / phiTo;
  return (ends + 2.0 * (alongFrom + alongTo) / phiFrom / phiTo) / 6.0;
}

// Of a state after a step: phi's direction counts, so it is kept where phi would underflow.
fn keepDirection(s: vec4f) -> vec4f {
  return vec4f(keptDirection(s.xy), s.zw);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  let along = unit(s.xy);
  let across = perpendicular(along);
  let scale = atLeast(dot(s.xy, along), shortestScale);
  // Components along and across phi, in units of |phi|; all are 0 at phi = 0.
  let theta = vec2f(dot(along, s.zw), dot(across, s.zw)) / scale;
  let dphi = vec2f(dot(along, t.xy), dot(across, t.xy)) / scale;
  let dtheta = dot(across, t.zw) / scale;
  // dphi' = -H dphi - dtheta's part across phi/|phi|, H the Hessian of u/|phi| in phi
  let radial = theta.y * dphi.y;
  let turning = theta.y * dphi.x + theta.x * dphi.y - dtheta;
  // dtheta' = d(phi/|phi|)
  return vec4f(radial * along + turning * across, dphi.y * across);
}

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  // phi' = -G theta, theta' = phi/|phi|, G the derivative of phi/|phi|. With tangents of phi along and across it
  // in units of |phi|: phi/|phi| bends by -B(t, r), B = (t_a r_a, t_l r_a + t_a r_l), and G by the derivative of that.
  let one = alongAcross(s.xy, t.xy);
  let other = alongAcross(s.xy, r.xy);
  let along = unit(s.xy);
  let across = perpendicular(along);
  let scale = 1.0 / atLeast(dot(s.xy, along), shortestScale);
  let theta = vec2f(dot(along, s.zw), dot(across, s.zw)) * scale;
  let thetaT = vec2f(dot(along, t.zw), dot(across, t.zw)) * scale;
  let thetaR = vec2f(dot(along, r.zw), dot(across, r.zw)) * scale;
  let mixed = one.x * other.y + one.y * other.x;
  let both = one.y * other.y;
  let ofAlong = one.y * thetaR.y + other.y * thetaT.y - 2.0 * (theta.x * both + theta.y * mixed);
  let ofAcross = one.x * thetaR.y + one.y * thetaR.x + other.x * thetaT.y + other.y * thetaT.x
    - 2.0 * theta.x * mixed + theta.y * (3.0 * both - 2.0 * one.x * other.x);
  return vec4f(ofAlong * along + ofAcross * across, -both * along - mixed * across);
}
