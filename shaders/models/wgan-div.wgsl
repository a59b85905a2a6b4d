// WGAN-div (Wu 2018): D minimises u + k |phi|^p, G minimises -u.

fn field(s: vec4f) -> vec4f {
  let phi = s.xy;
  let theta = s.zw;
  // |phi|^(p-2) = (|phi|^2)^(p/2-1), p >= 2. pow is exp2(q log2 x): it loses digits where the power is
  // far from 1, and there it is either negligible beside theta or out of every bound, beyond which it
  // is held finite.
  let squared = max(dot(phi, phi), smallestSquare);
  let power = min(pow(squared, 0.5 * parameters.p - 1.0), 1e30);
  // phi' = -theta - k p |phi|^(p-2) phi, theta' = phi
  return vec4f(-theta - parameters.k * parameters.p * power * phi, phi);
}
