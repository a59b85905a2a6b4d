// Numbers spread over an interval and the unit square.

// In [0, 1), from the upper 24 bits.
fn unitInterval(bits: u32) -> f32 {
  return f32(bits >> 8u) / 16777216.0;
}

// Point `index` of the R2 sequence in the unit square (Roberts 2018): even at every length.
fn evenlySpread(index: u32) -> vec2f {
  return vec2f(unitInterval(index * 3242174889u), unitInterval(index * 2447445413u));
}
