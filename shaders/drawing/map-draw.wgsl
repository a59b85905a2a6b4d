// Draws a map: the finer level where it is finished, a coarser complete one elsewhere. Colours, not
// numbers, are interpolated between pixel centres, as labels have no values in between.

struct MapDraw {
  // Pixels along a side of the target and of the finer level.
  side: f32,
  fine: f32,
  // Finished rows of the finer level, from the lowest y.
  fineRows: f32,
}

@group(0) @binding(0) var<uniform> drawing: MapDraw;
// The levels' colours, row 0 that of the lowest y.
@group(0) @binding(1) var completeColours: texture_2d<f32>;
@group(0) @binding(2) var fineColours: texture_2d<f32>;
@group(0) @binding(3) var between: sampler;

// One triangle that covers the target.
@vertex
fn cover(@builtin(vertex_index) index: u32) -> @builtin(position) vec4f {
  let corner = vec2f(f32((index << 1u) & 2u), f32(index & 2u));
  return vec4f(2.0 * corner - 1.0, 0.0, 1.0);
}

@fragment
fn draw(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let point = vec2f(position.x, drawing.side - position.y) / drawing.side;
  // The upper of the two rows between which this point lies has to be finished.
  let upper = min(floor(point.y * drawing.fine + 0.5), drawing.fine - 1.0);
  return select(
    textureSampleLevel(completeColours, between, point, 0.0),
    textureSampleLevel(fineColours, between, point, 0.0),
    upper < drawing.fineRows,
  );
}
