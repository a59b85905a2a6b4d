// Draws a map: the finer level where it is finished, a coarser whole one elsewhere. Colours, not
// numbers, are interpolated between pixel centres, as labels have no values in between.

struct MapDraw {
  // Pixels along a side of the target, of the whole level and of the finer one.
  side: u32,
  whole: u32,
  fine: u32,
  // Finished rows of the finer level, from the lowest y.
  fineRows: u32,
}

@group(0) @binding(0) var<uniform> drawing: MapDraw;
// The levels' colours, packed.
@group(0) @binding(1) var<storage, read> wholeColours: array<u32>;
@group(0) @binding(2) var<storage, read> fineColours: array<u32>;

// One triangle that covers the target.
@vertex
fn cover(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return vec4f(2.0 * corner - 1.0, 0.0, 1.0);
}

fn wholeColour(pixel: vec2u) -> vec3f {
  return unpack4x8unorm(wholeColours[pixel.y * drawing.whole + pixel.x]).rgb;
}

fn fineColour(pixel: vec2u) -> vec3f {
  return unpack4x8unorm(fineColours[pixel.y * drawing.fine + pixel.x]).rgb;
}

// The corners of the cell of pixel centres around a point, and the point's place in it.
struct Cell {
  low: vec2u,
  high: vec2u,
  inside: vec2f,
}

fn cellOf(point: vec2f, size: u32) -> Cell {
  let last = f32(size - 1u);
  let at = clamp(point * f32(size) - 0.5, vec2f(0.0), vec2f(last));
  let low = vec2u(at);
  return Cell(low, min(low + 1u, vec2u(size - 1u)), at - floor(at));
}

@fragment
fn draw(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let side = f32(drawing.side);
  // Row 0 is the lowest y, at the bottom of the picture.
  let point = vec2f(position.x, side - position.y) / side;
  let fine = cellOf(point, drawing.fine);
  if (fine.high.y < drawing.fineRows) {
    return vec4f(mix(
      mix(fineColour(fine.low), fineColour(vec2u(fine.high.x, fine.low.y)), fine.inside.x),
      mix(fineColour(vec2u(fine.low.x, fine.high.y)), fineColour(fine.high), fine.inside.x),
      fine.inside.y,
    ), 1.0);
  }
  let whole = cellOf(point, drawing.whole);
  return vec4f(mix(
    mix(wholeColour(whole.low), wholeColour(vec2u(whole.high.x, whole.low.y)), whole.inside.x),
    mix(wholeColour(vec2u(whole.low.x, whole.high.y)), wholeColour(whole.high), whole.inside.x),
    whole.inside.y,
  ), 1.0);
}
