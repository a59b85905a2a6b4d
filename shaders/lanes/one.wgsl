// One trajectory an invocation: a number of each trajectory is a number.
const ABREAST = 1u;

alias Number = f32;
// Signed: software adapters compare these faster.
alias Count = i32;
alias Bits = u32;
alias Flag = bool;

fn numberAt(numbers: Number, which: u32) -> f32 {
  return numbers;
}

fn countAt(counts: Count, which: u32) -> i32 {
  return counts;
}

fn anySet(flags: Flag) -> bool {
  return flags;
}
