// Puts every particle at its start, in the colour of its start on the map; or gives it that colour
// anew, where only the map has changed.

@group(0) @binding(4) var<uniform> colours: ColourScale;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
@group(0) @binding(6) var<storage, read> mapResults: array<f32>;

// Where in the unit square of the slice a particle starts.
fn spawnPoint(index: u32) -> vec2f {
  return evenlySpread(index);
}

fn startAt(place: vec2f) -> vec4f {
  let x = mix(flow.xMin, flow.xMax, place.x);
  let y = mix(flow.yMin, flow.yMax, place.y);
  let kept = vec4f(flow.phi1, flow.phi2, flow.theta1, flow.theta2);
  let free = only(flow.xIndex) + only(flow.yIndex);
  return project(kept * (1.0 - free) + x * only(flow.xIndex) + y * only(flow.yIndex));
}

fn mapColour(place: vec2f) -> vec3f {
  let pixel = min(vec2u(place * f32(flow.mapSide)), vec2u(flow.mapSide - 1u));
  let row = (pixel.y * flow.mapSide + pixel.x) * MEASURE_COUNT;
  return colourOf(Shown(
    mapResults[row + colours.column],
    mapResults[row + MEASURE_AMPLITUDE],
    mapResults[row + MEASURE_SETTLE],
    mapResults[row + MEASURE_EVIDENCE],
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
  startColours[index] = pack4x8unorm(vec4f(luminous(mapColour(place)), 1.0));
  if (flow.restart == 1u) {
    let start = startAt(place);
    integrators[index] = beginIntegrator(augmentedAt(start, start));
  }
}
