// One step of a trajectory: what the method says, noise, the model's allowed set, and sums whose
// rounding errors are carried along (Kahan 1965), so that float32 does not drift over many steps.

// How a step changes a point, and the square of its strain: how badly the step resolves the
// motion, (w h)^3/4 for a rotation of frequency w, not finite where a stage overflowed.
struct Step {
  change: Point,
  strain2: f32,
}

fn beginMotion(start: vec4f) -> Motion {
  var motion: Motion;
  motion.point = pointAt(start);
  prepare(&motion);
  return motion;
}

// Step number `number` (from 1) of the trajectory whose noise has this key.
fn advance(motion: ptr<function, Motion>, h: f32, key: u32, number: u32) -> Step {
  let next = changeOf(motion, h);
  var change = next.change;
  if (noisy != 0u) {
    change = shifted(change, noise(key, number, h));
  }
  accumulate(motion, change);
  (*motion).point = projected((*motion).point);
  renormalise(motion);
  return next;
}

// point + change; what the sum rounds off is added to the next one.
fn accumulate(motion: ptr<function, Motion>, change: Point) {
  let corrected = change - (*motion).residue;
  let sum = (*motion).point + corrected;
  (*motion).residue = (sum - (*motion).point) - corrected;
  (*motion).point = sum;
}

// The square of a step's strain by how far it goes, |change| / |s| = w h, for methods whose stages
// tell nothing more.
fn strain2OfChange(p: Point, change: Point) -> f32 {
  let moved = stateOf(change);
  let s = stateOf(p);
  let share = dot(moved, moved) / max(dot(s, s), 1e-36);
  return share * share * share / 16.0;
}
