// Extragradient (Korpelevich 1976): the update uses the gradients at where a first one would lead.

fn begin(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  // The look ahead is a state of the players too: in the allowed set.
  let ahead = projected(p + h * vectorFieldOf(p));
  let change = h * vectorFieldOf(ahead);
  return Step(change, errorRatioSquaredOfChange(p, change));
}
