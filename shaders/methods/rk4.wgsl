// The classical Runge-Kutta method: order 4, four stages (Kutta 1901).

struct Advance {
  state: vec4f,
  // The square of the strain, the larger of h |k3 - k2| / |s| and h |k1 - k2 - k3 + k4| / |s|: how
  // much the two midpoint slopes disagree and how much the slope bends, relative to the state's size.
  // Large where h is too long to resolve the motion, not finite where a stage overflowed, 0 where
  // |s| is 0.
  strain2: f32,
}

fn advance(s: vec4f, h: f32) -> Advance {
  // k1 = v(s), k2 = v(s + h k1/2), k3 = v(s + h k2/2), k4 = v(s + h k3)
  let k1 = velocity(s);
  let k2 = velocity(s + 0.5 * h * k1);
  let k3 = velocity(s + 0.5 * h * k2);
  let k4 = velocity(s + h * k3);
  // (k1 + 2 k2 + 2 k3 + k4)/6 = middle + (ends - middle)/3. Some compilers turn a division by 6
  // into a product with the rounded 1/6, and every step would be too long by 3e-8 of itself; here
  // that touches only the small difference of the two means.
  let ends = 0.5 * (k1 + k4);
  let middle = 0.5 * (k2 + k3);
  let slope = middle + (ends - middle) / 3.0;
  // |k3 - k2|^2 and |k1 - k2 - k3 + k4|^2, times h^2 / |s|^2; the floor keeps 0/0 out
  let disagreement = k3 - k2;
  let bend = 2.0 * (ends - middle);
  let most = max(dot(disagreement, disagreement), dot(bend, bend));
  let strain2 = h * h * most / max(dot(s, s), 1e-36);
  return Advance(project(s + h * slope), strain2);
}
