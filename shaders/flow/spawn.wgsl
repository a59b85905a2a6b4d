// Puts every particle at its start, in the colour of its start on the map; or gives it that colour
// anew, where only the map has changed.

@group(0) @binding(4) var<uniform> colours: ColourScale;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
@group(0) @binding(6) var<storage, read> mapResults: array<f32>;

// The cells of the outer plane from which training passes through the window.
@group(0) @binding(7) var<storage, read> upstream: array<u32>;

// The colour of what has no start on the map.
const OUTSIDE = vec3f(0.75, 0.82, 1.0);

// In a window that is zoomed into, every second particle comes from upstream.
fn isPassing(index: u32) -> bool {
  return flow.upstreamCount > 0u && (index & 1u) == 1u;
}

// Where in the slice a particle starts, in the units of its axes. Those that pass are as evenly spread
// over the cells upstream as the others over the window.
fn spawnPoint(index: u32) -> vec2f {
  let number = index >> select(0u, 1u, flow.upstreamCount > 0u);
  if (isPassing(index)) {
    let cell = upstream[number % flow.upstreamCount];
    let shift = vec2f(unitInterval(hash(cell)), unitInterval(hash(~cell)));
    return inCell(cell, fract(evenlySpread(number / flow.upstreamCount) + shift));
  }
  return mix(vec2f(flow.xMin, flow.yMin), vec2f(flow.xMax, flow.yMax), evenlySpread(number));
}

fn mapColour(place: vec2f) -> vec3f {
  let pixel = min(vec2u(place * f32(flow.mapSide)), vec2u(flow.mapSide - 1u));
  let row = (pixel.y * flow.mapSide + pixel.x) * colours.width;
  let value = mapResults[row + colours.column];
  return colourOf(Shown(
    value,
    mapResults[row + MEASURE_AMPLITUDE],
    mapResults[row + MEASURE_SETTLE],
    mapResults[row + MEASURE_EVIDENCE],
    mapResults[row + codeOf(value)],
  ));
}

@compute @workgroup_size(WORKGROUP)
fn spawn(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  flow = flowUniform;
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= flow.particles) {
    return;
  }
  loadParameters();
  let place = spawnPoint(index);
  let inWindow = (place - vec2f(flow.xMin, flow.yMin)) / vec2f(flow.xMax - flow.xMin, flow.yMax - flow.yMin);
  var colour = OUTSIDE;
  if (all((inWindow >= vec2f(0.0)) & (inWindow <= vec2f(1.0)))) {
    colour = mapColour(inWindow);
  }
  startColours[index] = pack4x8unorm(vec4f(luminous(colour), select(1.0, 0.0, isPassing(index))));
  if (flow.restart == 1u) {
    let start = startAt(place);
    integrators[index] = beginIntegrator(augmentedAt(start, start));
  }
}
