// Draws the flow in one pass: maps light to colour by a logarithmic tone curve that keeps hues, and
// lets the light fade for the next frame, which adds to it.

struct FlowDraw {
  // Pixels along a side.
  side: u32,
  // Share of the light that stays for the next frame, and what is added to what fades before that
  // is cut to a whole number: from 0 to 1, evenly over the frames, so that light fades to nothing, and
  // no faster than it should.
  trail: f32,
  rounding: f32,
  // Mean light of a pixel, were it spread evenly.
  mean: f32,
  // What shows where there is no light.
  groundRed: f32,
  groundGreen: f32,
  groundBlue: f32,
  // 1: light is ink on paper, and its colours are darkened to stand out.
  paper: f32,
}

@group(0) @binding(0) var<uniform> drawing: FlowDraw;
struct AccumulationPixel {
  red: i32,
  green: i32,
  blue: i32,
}

// Of every pixel, row by row from the top.
@group(0) @binding(1) var<storage, read_write> accumulation: array<AccumulationPixel>;

// The tone curve reaches full colour at this multiple of the mean light, and is steep below the mean.
const FULL: f32 = 30.0;
const STEEPNESS: f32 = 3.0;

// The most light that stays in a pixel: with that of a million particles more it fits an i32, which
// software adapters convert faster than a u32.
const MOST = 1000000000;

// What fades is counted in whole parts of this, 2^FADING_BITS: conversions from float32 are checked.
const FADING = 4096;
const FADING_BITS = 12u;

// What a whole frame has in common goes to the pixels flat, since software adapters check each access
// to a uniform, in every pixel.
struct Cover {
  @builtin(position) position: vec4f,
  @location(0) @interpolate(flat) side: i32,
  // What fades, and what is added to it before it is cut, in parts of FADING.
  @location(1) @interpolate(flat) fading: vec2i,
  @location(2) @interpolate(flat) ground: vec3f,
  // By how much light counts in the tone curve, and how much of a hue and of its square is shown.
  @location(3) @interpolate(flat) tone: vec3f,
}

@vertex
fn cover(@builtin(vertex_index) index: u32) -> Cover {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return Cover(
    vec4f(2.0 * corner - 1.0, 0.0, 1.0),
    i32(drawing.side),
    vec2i(vec2f(round(f32(FADING) * (1.0 - drawing.trail)), f32(FADING) * drawing.rounding)),
    vec3f(drawing.groundRed, drawing.groundGreen, drawing.groundBlue),
    vec3f(STEEPNESS / SPLAT_UNIT / drawing.mean, 1.0 - drawing.paper, 0.8 * drawing.paper),
  );
}

// What stays of one colour's light. Its upper digits are multiplied apart from the lower ones, so that
// products stay within 32 bits.
fn kept(light: i32, fading: vec2i) -> i32 {
  let upper = (light >> FADING_BITS) * fading.x;
  let lower = ((light & (FADING - 1)) * fading.x + fading.y) >> FADING_BITS;
  let rest = light - upper - lower;
  return select(MOST, rest, rest < MOST);
}

// The logarithm to base 2 of a number of at least 1, to 0.01: its exponent, and a parabola for the
// rest. The exact one takes as long as all else in a pixel.
fn roughLog2(x: f32) -> f32 {
  let above = bitcast<i32>(x) - bitcast<i32>(1f);
  let rest = bitcast<f32>((above & 0x7fffff) | bitcast<i32>(1f)) - 1.0;
  // The exponent and, of the mantissa, what is linear: the bits are a number in fixed point.
  return f32(above) * exp2(-23.0) + 0.344 * rest * (1.0 - rest);
}

// The pixel whose centre is here: its row and column are what the mantissa of a number near 2^23 counts.
fn pixelAt(centre: vec2f) -> vec2i {
  return bitcast<vec2i>(centre + (exp2(23.0) - 0.5)) & vec2i(0x7fffff);
}

@fragment
fn draw(pixel: Cover) -> @location(0) vec4f {
  let at = pixelAt(pixel.position.xy);
  let light = &accumulation[at.y * pixel.side + at.x];
  let units = vec3i((*light).red, (*light).green, (*light).blue);
  (*light).red = kept(units.r, pixel.fading);
  (*light).green = kept(units.g, pixel.fading);
  (*light).blue = kept(units.b, pixel.fading);
  let lit = vec3f(units);
  let redOrGreen = select(lit.g, lit.r, lit.r > lit.g);
  let brightest = select(lit.b, redOrGreen, redOrGreen > lit.b);
  let tone = roughLog2(1.0 + pixel.tone.x * brightest) / log2(1.0 + STEEPNESS * FULL);
  // The small number keeps 0/0 out.
  let hue = lit * (1.0 / (brightest + 1e-3));
  let colour = hue * (pixel.tone.y + pixel.tone.z * hue);
  return vec4f(pixel.ground + select(1.0, tone, tone < 1.0) * (colour - pixel.ground), 1.0);
}
