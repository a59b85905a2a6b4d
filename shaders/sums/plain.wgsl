// Sums as they come, for particles that are only looked at. Takes the place of compensated.wgsl: half
// as much is fetched and stored in every frame.

fn accumulate(motion: ptr<function, Motion>, change: Point) {
  (*motion).point += change;
}
