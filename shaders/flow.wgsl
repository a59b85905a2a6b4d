// The flow kernel: moves every particle and adds its light along the way to the pixels it passes.

struct Flow {
  particles: u32,
  // Steps in this frame, their length, and how many points of a step's way give light, if any: in
  // every step, or in one of them that each particle draws anew.
  steps: u32,
  h: f32,
  splats: u32,
  everyStep: u32,
  // 1: every particle is born again.
  restart: u32,
  frame: u32,
  // Steps taken in earlier frames.
  taken: u32,
  // Pixels along a side of the picture.
  side: u32,
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
  // Longest life of a particle, and the size of a state that has died out at the equilibrium.
  life: f32,
  extinct: f32,
  // The value that has the table's last colour, where the map does not colour the particles.
  high: f32,
  // Pixels along a side of the map whose colours the starts wear.
  mapSide: u32,
  // 1: the map or its colours have changed.
  recolour: u32,
}

struct Life {
  age: f32,
  // The age at which it ends.
  end: f32,
  generation: u32,
  // Its start's colour on the map, packed: it changes only with the map.
  colour: u32,
}

@group(0) @binding(1) var<uniform> givenFlow: Flow;
@group(0) @binding(2) var<storage, read_write> motions: array<Motion>;
@group(0) @binding(3) var<storage, read_write> lives: array<Life>;
// Red, green and blue light of every pixel of this frame, row by row from the top.
@group(0) @binding(4) var<storage, read_write> light: array<atomic<u32>>;
@group(0) @binding(5) var<uniform> colours: ColourScale;
@group(0) @binding(6) var<storage, read> palette: array<vec4f>;
@group(0) @binding(7) var<storage, read> mapResults: array<f32>;

// A copy, as that of the parameters.
var<private> flow: Flow;

// What colours a particle: a constant, since software adapters go through every branch.
override colouring: u32 = COLOUR_MAP;

override WORKGROUP: u32 = 64u;

// Where in the unit square of the slice a particle starts in this life.
fn birthplace(index: u32, generation: u32) -> vec2f {
  return evenlySpread(index + generation * flow.particles);
}

// 1 at one component, 0 at the others: a product with it is cheaper than an index known late.
fn only(component: u32) -> vec4f {
  return select(vec4f(0.0), vec4f(1.0), vec4u(0u, 1u, 2u, 3u) == vec4u(component));
}

fn startAt(place: vec2f) -> vec4f {
  let x = mix(flow.xMin, flow.xMax, place.x);
  let y = mix(flow.yMin, flow.yMax, place.y);
  let kept = vec4f(flow.phi1, flow.phi2, flow.theta1, flow.theta2);
  let free = only(flow.xIndex) + only(flow.yIndex);
  return project(kept * (1.0 - free) + x * only(flow.xIndex) + y * only(flow.yIndex));
}

fn bornPoint(index: u32, generation: u32) -> Point {
  let start = startAt(birthplace(index, generation));
  return pointAt(start, start);
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
  ));
}

// Dark colours would give no light: each is raised to a brightness at which its hue shows.
fn luminous(colour: vec3f) -> vec3f {
  let brightest = max(colour.r, max(colour.g, colour.b));
  return max(colour / max(brightest, 0.35), vec3f(0.06));
}

fn particleColour(s: vec4f, life: Life) -> vec3f {
  if (colouring == COLOUR_MAP) {
    return unpack4x8unorm(life.colour).rgb;
  }
  if (colouring == COLOUR_ANGLE) {
    return luminous(tableAt(PALETTE_FLOW, fract(atan2(s.w, s.z) / TAU + 1.0)));
  }
  var value = life.age;
  if (colouring == COLOUR_SPEED) {
    value = length(velocity(s));
  } else if (colouring == COLOUR_DISTANCE) {
    value = length(s.zw);
  }
  return luminous(tableAt(PALETTE_FLOW, held(value / flow.high)));
}

fn bornAt(index: u32, generation: u32) -> Life {
  let colour = luminous(mapColour(birthplace(index, generation)));
  return Life(0.0, lifetime(index, generation), generation, pack4x8unorm(vec4f(colour, 1.0)));
}

// Adds light at a random point of the way; random within the pixel too, against aliasing.
fn splat(before: vec4f, after: vec4f, amount: vec3u, seed: u32) {
  let bits = hash(seed);
  // A rule has no states between two steps.
  let s = select(after, mix(before, after, f32(bits & 0x3ffu) / 1024.0), METHOD_FLOWS);
  let jitter = vec2f(f32((bits >> 10u) & 0x7ffu), f32(bits >> 21u)) / 2048.0 - 0.5;
  let point = vec2f(
    (dot(s, only(flow.xIndex)) - flow.xMin) / (flow.xMax - flow.xMin),
    (flow.yMax - dot(s, only(flow.yIndex))) / (flow.yMax - flow.yMin),
  );
  let side = f32(flow.side);
  let at = point * side + jitter;
  if (!(at.x >= 0.0 && at.y >= 0.0 && at.x < side && at.y < side)) {
    return;
  }
  let pixel = 3u * (u32(at.y) * flow.side + u32(at.x));
  atomicAdd(&light[pixel], amount.r);
  atomicAdd(&light[pixel + 1u], amount.g);
  atomicAdd(&light[pixel + 2u], amount.b);
}

@compute @workgroup_size(WORKGROUP)
fn drift(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  flow = givenFlow;
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= flow.particles) {
    return;
  }
  takeParameters();
  var life = lives[index];
  var motion = motions[index];
  let over = life.age >= life.end;
  // Births have this one place, as software adapters go through every branch with every particle.
  if (flow.restart == 1u || flow.recolour == 1u || over) {
    let generation = select(life.generation + select(0u, 1u, over), 0u, flow.restart == 1u);
    let born = bornAt(index, generation);
    life.colour = born.colour;
    if (flow.restart == 1u || over) {
      life = born;
      motion = beginMotion(bornPoint(index, generation));
    }
  }
  let seed = hash(index ^ hash(flow.frame));
  let share = LIGHT / f32(flow.splats * select(1u, flow.steps, flow.everyStep == 1u));
  let drawn = floor(unitInterval(hash(seed + flow.particles)) * f32(flow.steps));
  for (var step = 0u; step < flow.steps; step++) {
    let s = stateOf(motion.point);
    // A picture that stands still moves nothing, not even a memory.
    if (flow.h > 0.0) {
      advance(&motion, flow.h, hash(index ^ hash(life.generation)), flow.taken + step);
    }
    let next = stateOf(motion.point);
    life.age += flow.h;
    let alive = isStateWithin(next, TOLERANCE_BOUND) && life.age < life.end
      && dot(next, next) > flow.extinct * flow.extinct;
    if (!alive) {
      life.end = life.age;
      break;
    }
    if (flow.splats > 0u && (flow.everyStep == 1u || f32(step) == drawn)) {
      let amount = vec3u(particleColour(next, life) * share + 0.5);
      for (var i = 0u; i < flow.splats; i++) {
        splat(s, next, amount, seed + step * flow.splats + i);
      }
    }
  }
  motions[index] = motion;
  lives[index] = life;
}
