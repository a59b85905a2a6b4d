// The flow kernel: moves every particle that lives and adds its light along the way to the pixels it
// passes.

// Red, green and blue light of every pixel, row by row from the top.
@group(0) @binding(4) var<storage, read_write> light: array<atomic<u32>>;
@group(0) @binding(5) var<storage, read> palette: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> ended: Ended;
// Declared for what colours a start, which this kernel does not ask.
@group(0) @binding(7) var<uniform> colours: ColourScale;

// Particles whose lives are over, and the indirect call of the kernel of births for them.
struct Ended {
  groups: array<atomic<u32>, 3>,
  count: atomic<u32>,
  indices: array<u32>,
}

// What colours a particle: a constant, since software adapters go through every branch.
override colouring: u32 = COLOUR_MAP;

fn particleColour(s: vec4f, life: Life, index: u32) -> vec3f {
  if (colouring == COLOUR_MAP) {
    return unpack4x8unorm(life.colour).rgb;
  }
  if (colouring == COLOUR_ANGLE) {
    return luminous(tableAt(PALETTE_FLOW, fract(atan2(s.w, s.z) / TAU + 1.0)));
  }
  var value = 0.0;
  if (colouring == COLOUR_SPEED) {
    value = length(velocity(s));
  } else if (colouring == COLOUR_DISTANCE) {
    value = length(s.zw);
  } else {
    value = lifetime(index, life.generation) - life.left;
  }
  return luminous(tableAt(PALETTE_FLOW, held(value / flow.high)));
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

// Calls for the birth of a particle, by one workgroup more after every WORKGROUP of them.
fn callForBirth(index: u32) {
  let number = atomicAdd(&ended.count, 1u);
  ended.indices[number] = index;
  if ((number & (WORKGROUP - 1u)) == 0u) {
    atomicAdd(&ended.groups[0], 1u);
  }
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
  let seed = hash(index ^ (flow.frame * 2654435769u));
  let share = LIGHT / f32(flow.splats * select(1u, flow.steps, flow.everyStep == 1u));
  let drawn = floor(unitInterval(seed) * f32(flow.steps));
  // Loops look at their end: software adapters go through a body once more to find it at the start.
  var step = 0u;
  loop {
    let s = stateOf(motion.point);
    // A picture that stands still moves nothing, not even a memory.
    if (flow.h > 0.0) {
      advance(&motion, flow.h, hash(index ^ hash(life.generation)), flow.taken + step);
    }
    let next = stateOf(motion.point);
    let alive = isStateWithin(next, TOLERANCE_BOUND) && dot(next, next) > flow.extinct * flow.extinct;
    life.left = select(0.0, life.left - flow.h, alive);
    if (life.left > 0.0 && flow.splats > 0u && (flow.everyStep == 1u || f32(step) == drawn)) {
      let amount = vec3u(particleColour(next, life, index) * share + 0.5);
      var number = 0u;
      loop {
        splat(s, next, amount, seed + step * flow.splats + number);
        number++;
        continuing {
          break if number >= flow.splats;
        }
      }
    }
    step++;
    continuing {
      break if step >= flow.steps || life.left <= 0.0;
    }
  }
  motions[index] = motion;
  lives[index].left = life.left;
  if (life.left <= 0.0) {
    callForBirth(index);
  }
}
