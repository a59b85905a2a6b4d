// Two trajectories an invocation, side by side: while an operation of one waits for its operands,
// the other's goes on. Pays on processors; a graphics card has other invocations for that.
const ABREAST = 2u;

alias Number = vec2f;
// Signed: software adapters compare these faster.
alias Count = vec2i;
alias Bits = vec2u;
alias Flag = vec2<bool>;

fn numberAt(numbers: Number, which: u32) -> f32 {
  return select(numbers.x, numbers.y, which == 1u);
}

fn countAt(counts: Count, which: u32) -> i32 {
  return select(counts.x, counts.y, which == 1u);
}

fn anySet(flags: Flag) -> bool {
  return flags.x || flags.y;
}
