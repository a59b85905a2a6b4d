// The flow kernel: moves every particle that lives and adds its light along the way to the pixels it
// passes.

// Light of every pixel, row by row from the top.
struct AccumulationPixel {
  red: atomic<u32>,
  green: atomic<u32>,
  blue: atomic<u32>,
}

@group(0) @binding(4) var<storage, read_write> accumulation: array<AccumulationPixel>;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> ended: Ended;
// Declared for what colours a start, which this kernel does not ask.
@group(0) @binding(7) var<uniform> colours: ColourScale;

// Particles whose lives are over, and the indirect dispatch of respawn.wgsl for them.
struct Ended {
  groups: array<atomic<u32>, 3>,
  count: atomic<u32>,
  indices: array<u32>,
}

// What colours a particle: a constant, since software adapters go through every branch.
override colouring: u32 = COLOUR_MAP;

// How many points of a step's way give light: a constant for the same reason.
override SPLATS: u32 = 1u;

// Particles that an invocation advects, one after another: on software adapters its beginning costs
// as much as a step.
override PARTICLES_PER_THREAD: u32 = 1u;

fn particleColour(s: vec4f, left: f32, index: u32) -> vec3f {
  if (colouring == COLOUR_MAP) {
    return unpack4x8unorm(lives[index].colour).rgb;
  }
  if (colouring == COLOUR_ANGLE) {
    return luminous(tableAt(PALETTE_FLOW, fract(atan2(s.w, s.z) / TAU + 1.0)));
  }
  var value = 0.0;
  if (colouring == COLOUR_SPEED) {
    value = length(vectorField(s));
  } else if (colouring == COLOUR_DISTANCE) {
    value = length(s.zw);
  } else {
    value = lives[index].duration - left;
  }
  return luminous(tableAt(PALETTE_FLOW, clamped(value / flow.high)));
}

// The nearest whole numbers, of numbers below 2^22: in the bits of what is summed here they are counted
// from those of the addend on. Conversions would be checked for what is too large.
const COUNTED: f32 = 12582912.0;

fn nearest(x: vec2f) -> vec2i {
  return bitcast<vec2i>(x + COUNTED) - vec2i(bitcast<i32>(COUNTED));
}

// What colour and a share of light come to.
fn unitsOf(colour: vec3f, share: f32) -> vec3u {
  return bitcast<vec3u>(colour * share + COUNTED) - vec3u(bitcast<u32>(COUNTED));
}

// The lowest 10 bits as a number from 0 to 1; signed numbers are converted faster.
fn lightShareOf(bits: u32) -> f32 {
  return f32(i32(bits & 0x3ffu)) * exp2(-10.0);
}

// Where a state is seen in the slice's window, in pixels from its upper left corner.
fn seenAt(s: vec4f) -> vec2f {
  let x = dot(s, only(flow.xIndex)) - flow.xMin;
  let y = flow.yMax - dot(s, only(flow.yIndex));
  return vec2f(x * flow.columns, y * flow.rows);
}

// Adds light at a random point of the way; random within the pixel too, against aliasing.
fn splat(before: vec4f, after: vec4f, amount: vec3u, seed: u32) {
  let bits = hash(seed);
  // A rule has no states between two steps.
  let s = select(after, mix(before, after, lightShareOf(bits)), METHOD_FLOWS);
  let within = vec2f(lightShareOf(bits >> 10u), lightShareOf(bits >> 20u)) - 0.5;
  // The nearest pixel's centre is half a pixel further.
  let at = nearest(seenAt(s) + within - 0.5);
  let side = i32(flow.side);
  if (!all((at >= vec2i(0)) & (at < vec2i(side)))) {
    return;
  }
  let pixel = &accumulation[at.y * side + at.x];
  atomicAdd(&(*pixel).red, amount.r);
  atomicAdd(&(*pixel).green, amount.g);
  atomicAdd(&(*pixel).blue, amount.b);
}

// Requests that a particle respawns: one workgroup more after every WORKGROUP of them.
fn requestRespawn(index: u32) {
  let number = atomicAdd(&ended.count, 1u);
  ended.indices[number] = index;
  if ((number & (WORKGROUP - 1u)) == 0u) {
    atomicAdd(&ended.groups[0], 1u);
  }
}

// Advects a particle, and splats its light.
fn advectParticle(index: u32) {
  // Of its life only what is needed is fetched.
  var left = lives[index].left;
  var integrator = integrators[index];
  let seed = hash(index ^ (flow.frame * 2654435769u));
  let share = SPLAT_UNIT / f32(SPLATS * select(1u, flow.steps, flow.splatting == 2u));
  let drawn = floor(unitInterval(seed) * f32(flow.steps));
  // Loops look at their end: software adapters go through a body once more to find it at the start.
  var step = 0u;
  loop {
    let s = stateOf(integrator.state);
    // A picture that stands still moves nothing, not even the solver state.
    if (flow.h > 0.0) {
      advanceStep(&integrator, flow.h, hash(index ^ hash(lives[index].generation)), flow.taken + step);
    }
    let next = stateOf(integrator.state);
    let alive = isStateWithin(next, TOLERANCE_BOUND) && dot(next, next) > flow.deadRadius * flow.deadRadius;
    left = select(0.0, left - flow.h, alive);
    if (left > 0.0 && (flow.splatting == 2u || (flow.splatting == 1u && f32(step) == drawn))) {
      let amount = unitsOf(particleColour(next, left, index), share);
      splat(s, next, amount, seed + step * SPLATS);
      if (SPLATS > 1u) {
        for (var i = 1u; i < SPLATS; i++) {
          splat(s, next, amount, seed + step * SPLATS + i);
        }
      }
    }
    step++;
    continuing {
      break if step >= flow.steps || left <= 0.0;
    }
  }
  integrators[index] = integrator;
  lives[index].left = left;
  if (left <= 0.0) {
    requestRespawn(index);
  }
}

@compute @workgroup_size(WORKGROUP)
fn advect(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  flow = flowUniform;
  let first = PARTICLES_PER_THREAD * (id.x + id.y * groups.x * WORKGROUP);
  if (first >= flow.particles) {
    return;
  }
  loadParameters();
  let end = min(first + PARTICLES_PER_THREAD, flow.particles);
  var index = first;
  loop {
    advectParticle(index);
    index++;
    continuing {
      break if index >= end;
    }
  }
}
