// Simultaneous gradient descent: s + h v(s).

fn prepare(motion: ptr<function, Motion>) {}

fn changeOf(motion: ptr<function, Motion>, h: f32) -> Step {
  let p = (*motion).point;
  let change = h * velocityOf(p);
  return Step(change, strain2OfChange(p, change));
}
