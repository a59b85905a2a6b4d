// Basins are not asked for.

fn basinOf(outcome: u32, end: vec4f) -> f32 {
  return UNDEFINED;
}
