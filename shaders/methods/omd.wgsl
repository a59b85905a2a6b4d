// Optimistic mirror descent (Daskalakis 2018): s + 2h v_k - h v_(k-1), with v_(-1) = v_0.

fn begin(integrator: ptr<function, IntegratorState>) {
  (*integrator).previous = vectorFieldOf((*integrator).state);
}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let derivative = vectorFieldOf(p);
  let change = h * (derivative + (derivative - (*integrator).previous));
  (*integrator).previous = derivative;
  return Step(change, errorRatioSquaredOfChange(p, change));
}
