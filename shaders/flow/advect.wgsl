// The flow kernel: moves every particle and adds its light along the way to the pixels it passes. All
// particles set out together, so that all are of the age that the clock shows.

// Light of every pixel, row by row from the top.
struct AccumulationPixel {
  red: atomic<u32>,
  green: atomic<u32>,
  blue: atomic<u32>,
}

@group(0) @binding(4) var<storage, read_write> accumulation: array<AccumulationPixel>;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
// Particles in the window, where they are counted.
@group(0) @binding(6) var<storage, read_write> visible: atomic<u32>;
// Declared for what colours a start, which this kernel does not ask.
@group(0) @binding(7) var<uniform> colours: ColourScale;

// What colours a particle: a constant, since software adapters go through every branch.
override colouring: u32 = COLOUR_MAP;

// How many points of a step's way give light: a constant for the same reason.
override SPLATS: u32 = 1u;

// Particles that an invocation advects, one after another: on software adapters its beginning costs
// as much as a step.
override PARTICLES_PER_THREAD: u32 = 1u;

fn particleColour(s: vec4f, age: f32, index: u32) -> vec3f {
  if (colouring == COLOUR_MAP) {
    return unpack4x8unorm(startColours[index]).rgb;
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
    value = age;
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

// Advects a particle, and splats its light. One that has left every bound stays where it is, unseen.
// Returns 1 where it is in the window in the end, else 0.
fn advectParticle(index: u32) -> u32 {
  var integrator = integrators[index];
  let seed = hash(index ^ (flow.frame * 2654435769u));
  let light = select(1.0, flow.passingLight, (startColours[index] >> 24u) == 0u);
  let share = light * SPLAT_UNIT / f32(SPLATS * select(1u, flow.steps, flow.splatting == 2u));
  let drawn = floor(unitInterval(seed) * f32(flow.steps));
  // Loops look at their end: software adapters go through a body once more to find it at the start.
  var step = 0u;
  var last = stateOf(integrator.state);
  var alive = isStateWithin(last, TOLERANCE_BOUND);
  loop {
    let s = last;
    // A picture that stands still moves nothing, not even the solver state.
    if (flow.h > 0.0 && alive) {
      advanceStep(&integrator, flow.h, hash(index), flow.taken + step);
    }
    last = stateOf(integrator.state);
    alive = alive && isStateWithin(last, TOLERANCE_BOUND);
    if (alive && (flow.splatting == 2u || (flow.splatting == 1u && f32(step) == drawn))) {
      let age = flow.age + f32(step + 1u) * flow.h;
      let amount = unitsOf(particleColour(last, age, index), share);
      splat(s, last, amount, seed + step * SPLATS);
      if (SPLATS > 1u) {
        for (var i = 1u; i < SPLATS; i++) {
          splat(s, last, amount, seed + step * SPLATS + i);
        }
      }
    }
    step++;
    continuing {
      break if step >= flow.steps || !alive;
    }
  }
  integrators[index] = integrator;
  let seen = seenAt(last);
  let isSeen = all((seen >= vec2f(0.0)) & (seen < vec2f(f32(flow.side))));
  return select(0u, 1u, alive && isSeen);
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
  var count = 0u;
  loop {
    count += advectParticle(index);
    index++;
    continuing {
      break if index >= end;
    }
  }
  if (flow.counting == 1u && count > 0u) {
    atomicAdd(&visible, count);
  }
}
