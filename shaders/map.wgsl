// The map kernel: one initial condition a thread, the whole integration in registers. A dispatch
// takes steps [firstStep, endStep) of all starts of a tile and never reaches beyond the end of a
// quarter of the horizon; between dispatches observations rest in `observations`.

struct Dispatch {
  // Starts in this tile.
  count: u32,
  // The tile's first row in `results`.
  offset: u32,
  firstStep: u32,
  endStep: u32,
}

@group(0) @binding(1) var<uniform> dispatch: Dispatch;
@group(0) @binding(2) var<storage, read> starts: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> observations: array<Observation>;
// Row-major, MEASURE_COUNT numbers a start.
@group(0) @binding(4) var<storage, read_write> results: array<f32>;

override WORKGROUP: u32 = 64u;

@compute @workgroup_size(WORKGROUP)
fn integrate(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= dispatch.count) {
    return;
  }
  let start = project(starts[index]);
  var o: Observation;
  if (dispatch.firstStep == 0u) {
    o = beginObservation(start);
  } else {
    o = observations[index];
  }
  let planar = isPlanar(start);
  for (var step = dispatch.firstStep + 1u; step <= dispatch.endStep && o.bounded == 1u; step++) {
    let h = select(parameters.step, parameters.lastStep, step == parameters.steps);
    observe(&o, planar, step, h, advance(o.state, h));
  }
  closeQuarter(&o, start);
  if (dispatch.endStep < parameters.steps) {
    observations[index] = o;
    return;
  }
  let m = measured(o, start);
  let row = (dispatch.offset + index) * MEASURE_COUNT;
  results[row + MEASURE_DISTANCE] = m.distance;
  results[row + MEASURE_AMPLITUDE] = m.amplitude;
  results[row + MEASURE_RATE] = m.rate;
  results[row + MEASURE_SETTLE] = m.settle;
  results[row + MEASURE_TURNS] = m.turns;
  results[row + MEASURE_EMA] = m.ema;
  results[row + MEASURE_OUTCOME] = f32(m.outcome);
}
