// Hashes that serve as random numbers: the same arguments give the same number on every machine.

// PCG output permutation (Jarzynski and Olano 2020).
fn hash(value: u32) -> u32 {
  let state = value * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// In [0, 1), from the upper 24 bits.
fn unitInterval(bits: u32) -> f32 {
  return f32(bits >> 8u) / 16777216.0;
}

// Point `index` of the R2 sequence in the unit square (Roberts 2018): even at every length.
fn evenlySpread(index: u32) -> vec2f {
  return vec2f(unitInterval(index * 3242174889u), unitInterval(index * 2447445413u));
}
