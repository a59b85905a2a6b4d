// Draws the flow in one pass: fades the trail, adds this frame's light to it, empties the frame
// for the next one, and maps light to colour by a logarithmic tone curve that keeps hues.

struct FlowDraw {
  // Pixels along a side.
  side: u32,
  // Share of the trail that stays.
  trail: f32,
  // Mean light of a pixel, were it spread evenly.
  mean: f32,
  // What shows where there is no light.
  groundRed: f32,
  groundGreen: f32,
  groundBlue: f32,
  // 1: light is ink on paper, and its colours are darkened to stand out.
  paper: u32,
}

@group(0) @binding(0) var<uniform> drawing: FlowDraw;
@group(0) @binding(1) var<storage, read_write> light: array<u32>;
// Red, green and blue of every pixel, as half floats.
@group(0) @binding(2) var<storage, read_write> trails: array<vec2u>;

// The tone curve reaches full colour at this multiple of the mean light, and is steep below the mean.
const FULL: f32 = 30.0;
const STEEPNESS: f32 = 3.0;

@vertex
fn cover(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return vec4f(2.0 * corner - 1.0, 0.0, 1.0);
}

@fragment
fn draw(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let pixel = u32(position.y) * drawing.side + u32(position.x);
  let trail = trails[pixel];
  let fresh = vec3u(light[3u * pixel], light[3u * pixel + 1u], light[3u * pixel + 2u]);
  if (any(fresh > vec3u(0u))) {
    light[3u * pixel] = 0u;
    light[3u * pixel + 1u] = 0u;
    light[3u * pixel + 2u] = 0u;
  }
  let old = vec3f(unpack2x16float(trail.x), unpack2x16float(trail.y).x);
  // In units of the mean, so that half floats hold a million particles in one pixel.
  let lit = min(old * drawing.trail + vec3f(fresh) * (1.0 / LIGHT / drawing.mean), vec3f(6e4));
  trails[pixel] = vec2u(pack2x16float(lit.rg), pack2x16float(vec2f(lit.b, 0.0)));
  let brightest = max(lit.r, max(lit.g, lit.b));
  let ground = vec3f(drawing.groundRed, drawing.groundGreen, drawing.groundBlue);
  if (brightest < 1e-4) {
    return vec4f(ground, 1.0);
  }
  let tone = min(1.0, log(1.0 + STEEPNESS * brightest) / log(1.0 + STEEPNESS * FULL));
  var colour = lit / brightest;
  if (drawing.paper == 1u) {
    colour = colour * colour * 0.8;
  }
  return vec4f(mix(ground, colour, tone), 1.0);
}
