// Simultaneous gradient descent: s + h v(s).

fn begin(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let change = h * vectorFieldOf(p);
  return Step(change, errorRatioSquaredOfChange(p, change));
}
