// WGAN with gradient penalty: D minimises u + lambda (|phi| - c)^2, G minimises -u.

// At the rest in one dimension, phi -> 0 and theta = 2 lambda c phi/|phi|, theta and the penalty's pull
// cancel. Where they do to this share, a few roundings, and phi is as short, phi' is known by neither
// its size nor its sign, and phi would hop over 0, where the field jumps by 4 lambda c.
const roundingAtRest = exp2(-20.0);

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  let lambda = parameters.lambda;
  // phi' = -theta - 2 lambda (|phi| - c) phi/|phi| = (2 lambda c phi/|phi| - theta) - 2 lambda phi
  let pull = 2.0 * lambda * parameters.c;
  let left = pull * unit(phi) - theta;
  // Phi decays by the slower root of x^2 - 2 kappa x + rateG/rateD = 0; the two add up to 2 kappa. A faster
  // decay would let a rule's momentum carry phi over 0.
  let kappa = lambda + 0.5 * parameters.l2;
  let faster = kappa + sqrt(atLeast(kappa * kappa - parameters.rateG / parameters.rateD, 0.0));
  let rounding = roundingAtRest * pull;
  let resting = all(abs(left) < vec2f(rounding)) & all(abs(phi) * lambda < vec2f(2.0 * rounding));
  let kept = select(left, faster * phi, resting);
  // theta' = phi
  return vec4f(kept - 2.0 * lambda * phi, phi);
}

// Of a state after a step: where the penalty pulls along phi, its direction is kept though phi would
// underflow.
fn keepDirection(s: vec4f) -> vec4f {
  let pulls = parameters.lambda * parameters.c > 0.0;
  return vec4f(select(s.xy, keptDirection(s.xy), pulls), s.zw);
}

// J(s) t, the Jacobian of `field` at s applied to t; where the field has no derivative, the jump or
// kink adds 0.
fn jvp(s: vec4f, t: vec4f) -> vec4f {
  // dphi' = -dtheta - 2 lambda (dphi - c d(phi/|phi|)), dtheta' = dphi
  let excess = t.xy - parameters.c * unitTangent(s.xy, t.xy);
  return vec4f(-t.zw - 2.0 * parameters.lambda * excess, t.xy);
}

// The second derivative of `field` at s along t and r, which is linear in both.
fn second(s: vec4f, t: vec4f, r: vec4f) -> vec4f {
  // Of 2 lambda c phi/|phi|, with tangents along and across phi in units of |phi|:
  // -(t_a r_a) along - (t_l r_a + t_a r_l) across
  let one = alongAcross(s.xy, t.xy);
  let other = alongAcross(s.xy, r.xy);
  let bent = vec2f(one.y * other.y, one.x * other.y + one.y * other.x);
  let pull = 2.0 * parameters.lambda * parameters.c;
  return vec4f(-pull * ofAlongAcross(s.xy, bent), 0.0, 0.0);
}
