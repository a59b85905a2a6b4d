// The classical Runge-Kutta method: order 4, four stages (Kutta 1901).

struct Advance {
  state: vec4f,
  // How much the two midpoint slopes disagree, relative to the state's size: large where h is too
  // long to resolve the motion, not finite where a stage overflowed, 0 where |state| is 0.
  strain: f32,
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
  // h |k3 - k2| / |s|
  let size = length(s);
  var strain = 0.0;
  if (size > 0.0) {
    strain = h * length(k3 - k2) / size;
  }
  return Advance(project(s + h * slope), strain);
}
