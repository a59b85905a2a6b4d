// Extragradient (Korpelevich 1976): the update uses the gradients at where a first one would lead.

fn prepare(motion: ptr<function, Motion>) {}

fn changeOf(motion: ptr<function, Motion>, h: f32) -> Step {
  let p = (*motion).point;
  // The look ahead is a state of the players too: in the allowed set.
  let ahead = projected(p + h * velocityOf(p));
  let change = h * velocityOf(ahead);
  return Step(change, strain2OfChange(p, change));
}
