// What a dispatch does with a tile of starts.

struct Dispatch {
  // Starts in this tile.
  count: u32,
  // The tile's first row in `results`.
  offset: u32,
  firstStep: i32,
  endStep: i32,
  // The length of these steps, and what the moving average keeps in one.
  h: f32,
  emaDecay: f32,
  // 1: the rows hold the flow's results, to compare with.
  compare: u32,
  // 1: a pass with the tangents of phi2 and theta2, which are kept for the pass that writes rows; 2: that
  // pass; 0: no exponent is asked for.
  across: u32,
}

@group(0) @binding(1) var<uniform> dispatch: Dispatch;
