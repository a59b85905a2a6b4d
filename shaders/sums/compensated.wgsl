// Sums whose rounding errors are carried along (Kahan 1965), so that float32 does not drift over
// many steps. A compiler that reassociates sums undoes this: see compensation.wgsl.

// point + change; what the sum rounds off is added to the next one.
fn accumulate(motion: ptr<function, Motion>, change: Point) {
  let corrected = change - (*motion).residue;
  let sum = (*motion).point + corrected;
  (*motion).residue = (sum - (*motion).point) - corrected;
  (*motion).point = sum;
}
