// Respawning: a particle whose life is over sets out again from another start, in the colour of its
// start on the map. A kernel of its own, as software adapters go through every branch with every
// particle: it is dispatched for those only whose lives are over.

@group(0) @binding(4) var<uniform> colours: ColourScale;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
@group(0) @binding(6) var<storage, read> mapResults: array<f32>;
@group(0) @binding(7) var<storage, read> ended: Ended;

// As the flow's kernel leaves it: the indirect call of this one, and the particles it is for.
struct Ended {
  groups: array<u32, 3>,
  count: u32,
  indices: array<u32>,
}

// Where in the unit square of the slice a particle starts in this life.
fn spawnPoint(index: u32, generation: u32) -> vec2f {
  return evenlySpread(index + generation * flow.particles);
}

fn startAt(place: vec2f) -> vec4f {
  let x = mix(flow.xMin, flow.xMax, place.x);
  let y = mix(flow.yMin, flow.yMax, place.y);
  let kept = vec4f(flow.phi1, flow.phi2, flow.theta1, flow.theta2);
  let free = only(flow.xIndex) + only(flow.yIndex);
  return project(kept * (1.0 - free) + x * only(flow.xIndex) + y * only(flow.yIndex));
}

fn spawnedState(index: u32, generation: u32) -> AugmentedState {
  let start = startAt(spawnPoint(index, generation));
  return augmentedAt(start, start);
}

// Lives end one by one, so that the picture never blinks.
fn lifetime(index: u32, generation: u32) -> f32 {
  return flow.life * (0.25 + 0.75 * unitInterval(hash(index ^ hash(generation))));
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

fn spawnedLife(index: u32, generation: u32) -> Life {
  let colour = luminous(mapColour(spawnPoint(index, generation)));
  let duration = lifetime(index, generation);
  return Life(duration, duration, generation, pack4x8unorm(vec4f(colour, 1.0)));
}

@compute @workgroup_size(WORKGROUP)
fn respawn(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  flow = flowUniform;
  let number = id.x + id.y * groups.x * WORKGROUP;
  let respawnAll = flow.respawnAll == 1u;
  if (number >= select(ended.count, flow.particles, respawnAll)) {
    return;
  }
  let index = select(ended.indices[number], number, respawnAll);
  loadParameters();
  let life = lives[index];
  let over = life.left <= 0.0;
  let again = flow.restart == 1u || over;
  if (!again && flow.recolour == 0u) {
    return;
  }
  let generation = select(life.generation + select(0u, 1u, over), 0u, flow.restart == 1u);
  let next = spawnedLife(index, generation);
  if (again) {
    lives[index] = next;
    integrators[index] = beginIntegrator(spawnedState(index, generation));
  } else {
    lives[index].colour = next.colour;
  }
}
