// Draws the flow in one pass: maps light to colour by a logarithmic tone curve that keeps hues, and
// lets the light fade for the next frame, which adds to it.

struct FlowDraw {
  // Pixels along a side.
  side: u32,
  // Share of the light that stays for the next frame, and what is added before it is cut to a whole
  // number: from 0 to 1, evenly over the frames, so that light fades to nothing and none is lost.
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
// Red, green and blue of every pixel.
@group(0) @binding(1) var<storage, read_write> light: array<i32>;

// The tone curve reaches full colour at this multiple of the mean light, and is steep below the mean.
const FULL: f32 = 30.0;
const STEEPNESS: f32 = 3.0;

// The most light that stays in a pixel: with that of a million particles more it fits an i32, which
// software adapters convert faster than a u32.
const MOST: f32 = 1e9;

@vertex
fn cover(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return vec4f(2.0 * corner - 1.0, 0.0, 1.0);
}

// What stays of one colour's light.
fn kept(light: f32) -> i32 {
  let rest = light * drawing.trail + drawing.rounding;
  return i32(select(MOST, rest, rest < MOST));
}

@fragment
fn draw(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let red = 3u * (u32(position.y) * drawing.side + u32(position.x));
  let units = vec3f(vec3i(light[red], light[red + 1u], light[red + 2u]));
  light[red] = kept(units.r);
  light[red + 1u] = kept(units.g);
  light[red + 2u] = kept(units.b);
  let lit = units * (1.0 / LIGHT / drawing.mean);
  let redOrGreen = select(lit.g, lit.r, lit.r > lit.g);
  let brightest = select(lit.b, redOrGreen, redOrGreen > lit.b);
  let tone = log(1.0 + STEEPNESS * brightest) / log(1.0 + STEEPNESS * FULL);
  // The small number keeps 0/0 out.
  let hue = lit / (brightest + 1e-6);
  let colour = mix(hue, hue * hue * 0.8, drawing.paper);
  let ground = vec3f(drawing.groundRed, drawing.groundGreen, drawing.groundBlue);
  return vec4f(mix(ground, colour, select(1.0, tone, tone < 1.0)), 1.0);
}
