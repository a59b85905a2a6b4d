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
}

@group(0) @binding(1) var<uniform> flowUniform: Flow;
@group(0) @binding(2) var<storage, read_write> integrators: array<IntegratorState>;
// Of each particle its start's colour on the map, packed: it changes only with the map.
@group(0) @binding(3) var<storage, read_write> startColours: array<u32>;

// A copy, as that of the parameters.
var<private> flow: Flow;

override WORKGROUP: u32 = 64u;

// 1 at one component, 0 at the others: a product with it is cheaper than an index known late.
fn only(component: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(0u, 1u, 2u, 3u) == vec4u(component));
}

// Dark colours would give no light: each is raised to a brightness at which its hue shows.
fn luminous(colour: vec3f) -> vec3f {
  let brightest = max(colour.r, max(colour.g, colour.b));
  return max(colour / max(brightest, 0.35), vec3f(0.06));
}
