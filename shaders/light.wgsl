// Fixed-point light of one particle in one frame; a million of them in one pixel still fit 32 bits.
const LIGHT: f32 = 1024.0;
