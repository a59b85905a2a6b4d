// Optimistic mirror descent (Daskalakis 2018): s + 2h v_k - h v_(k-1), with v_(-1) = v_0.

fn prepare(motion: ptr<function, Motion>) {
  (*motion).previous = velocityOf((*motion).point);
}

fn changeOf(motion: ptr<function, Motion>, h: f32) -> Step {
  let p = (*motion).point;
  let slope = velocityOf(p);
  let change = h * (slope + (slope - (*motion).previous));
  (*motion).previous = slope;
  return Step(change, strain2OfChange(p, change));
}
