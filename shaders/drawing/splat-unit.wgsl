// Fixed-point light of one particle in one frame; a million of them in one pixel still fit 32 bits.
const SPLAT_UNIT: f32 = 1024.0;
