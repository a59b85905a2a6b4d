// What the flow's kernels share: the particles.

struct Flow {
  particles: u32,
  // Steps in this frame, and their length.
  steps: u32,
  h: f32,
  // 2: every step splats light; 1: one that each particle draws anew; 0: none.
  splatting: u32,
  // 1: every particle is put at its start.
  restart: u32,
  frame: u32,
  // Steps taken in earlier frames.
  taken: u32,
  // Pixels along a side of the picture.
  side: u32,
  // Pixels to a unit of the slice's x and y.
  columns: f32,
  rows: f32,
  // The slice: the indices of its components, its window, and the held state.
  xIndex: u32,
  yIndex: u32,
  xMin: f32,
  xMax: f32,
  yMin: f32,
  yMax: f32,
  phi1: f32,
  phi2: f32,
  theta1: f32,
  theta2: f32,
  // Time since all particles set out.
  age: f32,
  // The value that has the table's last colour, where the map does not colour the particles.
  high: f32,
  // Pixels along a side of the map that colours the starts.
  mapSide: u32,
  // 1: the particles in the window are counted.
  counting: u32,
  // The plane around the window from which training is followed into it, and how many cells of that it
  // has along a side.
  outerXMin: f32,
  outerXMax: f32,
  outerYMin: f32,
  outerYMax: f32,
  cells: u32,
  // From how many of them particles set out that pass through the window, and how much light each of
  // these gives, as a multiple of what the others give.
  upstreamCount: u32,
  passingLight: f32,
}

@group(0) @binding(1) var<uniform> flowUniform: Flow;
@group(0) @binding(2) var<storage, read_write> integrators: array<IntegratorState>;

// A copy, as that of the parameters.
var<private> flow: Flow;

override WORKGROUP: u32 = 64u;

// 1 at one component, 0 at the others: a product with it is cheaper than an index known late.
fn only(component: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(0u, 1u, 2u, 3u) == vec4u(component));
}

// The start at a place of the slice, in the units of its axes.
fn startAt(place: vec2f) -> vec4f {
  let kept = vec4f(flow.phi1, flow.phi2, flow.theta1, flow.theta2);
  let free = only(flow.xIndex) + only(flow.yIndex);
  return project(kept * (1.0 - free) + place.x * only(flow.xIndex) + place.y * only(flow.yIndex));
}

// A place in a cell of the outer plane, from that in the unit square.
fn inCell(cell: u32, within: vec2f) -> vec2f {
  let corner = vec2f(f32(cell % flow.cells), f32(cell / flow.cells));
  let place = (corner + within) / f32(flow.cells);
  return mix(
    vec2f(flow.outerXMin, flow.outerYMin),
    vec2f(flow.outerXMax, flow.outerYMax),
    place,
  );
}
