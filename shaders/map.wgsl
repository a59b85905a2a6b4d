// The map kernel: one initial condition a thread, the whole integration in registers. A dispatch
// takes steps [firstStep, endStep) of all starts of a tile and never reaches beyond the end of a
// quarter of the horizon; between dispatches trajectories rest in
// `motions` and `observations`.

struct Dispatch {
  // Starts in this tile.
  count: u32,
  // The tile's first row in `results`.
  offset: u32,
  firstStep: u32,
  endStep: u32,
  // 1: the rows hold the flow's results, to compare with.
  compare: u32,
}

@group(0) @binding(1) var<uniform> dispatch: Dispatch;
@group(0) @binding(2) var<storage, read> starts: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> observations: array<Observation>;
@group(0) @binding(4) var<storage, read_write> motions: array<Motion>;
// Row-major, MEASURE_COUNT numbers a start.
@group(0) @binding(5) var<storage, read_write> results: array<f32>;

override WORKGROUP: u32 = 64u;

// How much further from 0 a trajectory ended than the flow did.
fn differenceFrom(flow: f32, distance: f32) -> f32 {
  if (dispatch.compare == 0u || flow == INFINITE) {
    return UNDEFINED;
  }
  return select(distance - flow, INFINITE, distance == INFINITE);
}

@compute @workgroup_size(WORKGROUP)
fn integrate(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= dispatch.count) {
    return;
  }
  let start = project(starts[index]);
  var motion: Motion;
  var o: Observation;
  if (dispatch.firstStep == 0u) {
    motion = beginMotion(start);
    o = beginObservation(start);
  } else {
    motion = motions[index];
    o = observations[index];
  }
  let planar = isPlanar(start);
  let key = noiseKey(start);
  var speed = 0.0;
  for (var step = dispatch.firstStep + 1u; step <= dispatch.endStep && o.bounded == 1u; step++) {
    let h = select(parameters.step, parameters.lastStep, step == parameters.steps);
    let next = advance(&motion, h, key, step);
    speed = length(stateOf(next.change)) / h;
    observe(&o, planar, step, stateOf(motion.point), next.strain2);
  }
  closeQuarter(&o, start, speed);
  if (dispatch.endStep < parameters.steps) {
    motions[index] = motion;
    observations[index] = o;
    return;
  }
  let m = measured(o, motion, start, select(INFINITE, speed, o.bounded == 1u));
  let row = (dispatch.offset + index) * MEASURE_COUNT;
  results[row + MEASURE_DIFFERENCE] = differenceFrom(results[row + MEASURE_DISTANCE], m.distance);
  results[row + MEASURE_DISTANCE] = m.distance;
  results[row + MEASURE_AMPLITUDE] = m.amplitude;
  results[row + MEASURE_RATE] = m.rate;
  results[row + MEASURE_SETTLE] = m.settle;
  results[row + MEASURE_TURNS] = m.turns;
  results[row + MEASURE_EMA] = m.ema;
  results[row + MEASURE_LYAPUNOV] = m.lyapunov;
  results[row + MEASURE_OUTCOME] = f32(m.outcome);
}
