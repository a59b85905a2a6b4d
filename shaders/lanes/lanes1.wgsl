// One trajectory an invocation: a number of each trajectory is a number.
const LANES = 1u;

alias LaneF32 = f32;
// Signed: software adapters compare these faster.
alias LaneI32 = i32;
alias LaneU32 = u32;
alias LaneBool = bool;

// The parameters are those of the only trajectory.
fn goToLane(which: u32) {}

// A number of each of the first and the last.
fn lanesOf(first: f32, last: f32) -> LaneF32 {
  return first;
}

fn f32At(numbers: LaneF32, which: u32) -> f32 {
  return numbers;
}

fn i32At(counts: LaneI32, which: u32) -> i32 {
  return counts;
}

fn anySet(flags: LaneBool) -> bool {
  return flags;
}
