// One step of a trajectory: what the method says, noise, and the model's allowed set.

// How a step changes a point, and the square of its strain: how badly the step resolves the
// motion, (w h)^3/4 for a rotation of frequency w, not finite where a stage overflowed.
struct Step {
  change: Point,
  strain2: Number,
}

fn beginMotion(start: Point) -> Motion {
  var motion: Motion;
  motion.point = start;
  prepare(&motion);
  return motion;
}

// Step number `number` (from 1) of the trajectories whose noise has these keys.
fn advance(motion: ptr<function, Motion>, h: f32, keys: Bits, number: u32) -> Step {
  let next = changeOf(motion, h);
  var change = next.change;
  if (noisy != 0u) {
    change = shaken(change, keys, number, h);
  }
  accumulate(motion, change);
  (*motion).point = projected((*motion).point);
  renormalise(motion);
  return next;
}

// The square of a step's strain by how far it goes, |change| / |s| = w h, for methods whose stages
// tell nothing more.
fn strain2OfChange(p: Point, change: Point) -> Number {
  let share = squareOf(change) / (squareOf(p) + 1e-36);
  return share * share * share / 16.0;
}
