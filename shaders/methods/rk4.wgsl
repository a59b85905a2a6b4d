// The classical Runge-Kutta method: order 4, four stages (Kutta 1901).

fn prepare(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  // k1 = v(s), k2 = v(s + h k1/2), k3 = v(s + h k2/2), k4 = v(s + h k3)
  let k1 = vectorFieldOf(p);
  let k2 = vectorFieldOf(p + 0.5 * h * k1);
  let k3 = vectorFieldOf(p + 0.5 * h * k2);
  let k4 = vectorFieldOf(p + h * k3);
  // (k1 + 2 k2 + 2 k3 + k4)/6 = (middle + (ends - middle)/3)/2. Some compilers turn a division by 6
  // into a product with the rounded 1/6, and every step would be too long by 3e-8 of itself; here
  // that touches only the small difference of the two sums.
  let ends = k1 + k4;
  let middle = k2 + k3;
  let apart = ends - middle;
  let derivatives = middle + (1.0 / 3.0) * apart;
  // |k3 - k2|^2 and |k1 - k2 - k3 + k4|^2, times h^2 / |s|^2: how much the midpoint derivatives disagree,
  // and how much the derivative bends; the floor keeps 0/0 out.
  let disagreement = squareOf(k3 - k2);
  let bend = squareOf(apart);
  let more = select(bend, disagreement, disagreement > bend);
  return Step(0.5 * h * derivatives, h * h * more / (squareOf(p) + 1e-36));
}
