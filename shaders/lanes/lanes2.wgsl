// Two trajectories an invocation, side by side: while an operation of one waits for its operands,
// the other's goes on. Pays on processors; a graphics card has other invocations for that.
const LANES = 2u;

alias LaneF32 = vec2f;
// Signed: software adapters compare these faster.
alias LaneI32 = vec2i;
alias LaneU32 = vec2u;
alias LaneBool = vec2<bool>;

// From here on the parameters are those of trajectory number `which`.
fn goToLane(which: u32) {
  useLane(which);
}

// A number of each of the first and the last.
fn lanesOf(first: f32, last: f32) -> LaneF32 {
  return LaneF32(first, last);
}

fn f32At(numbers: LaneF32, which: u32) -> f32 {
  return select(numbers.x, numbers.y, which == 1u);
}

fn i32At(counts: LaneI32, which: u32) -> i32 {
  return select(counts.x, counts.y, which == 1u);
}

fn anySet(flags: LaneBool) -> bool {
  return flags.x || flags.y;
}
