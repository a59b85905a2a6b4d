// One step of a trajectory: what the method says, noise, and the model's allowed set.

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

// The square of a step's strain by how far it goes, |change| / |s| = w h, for methods whose stages
// tell nothing more.
fn strain2OfChange(p: Point, change: Point) -> f32 {
  let moved = stateOf(change);
  let s = stateOf(p);
  let share = dot(moved, moved) / max(dot(s, s), 1e-36);
  return share * share * share / 16.0;
}
