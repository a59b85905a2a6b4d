// The kernel that measures what the map kernel has observed: one start an invocation. It is apart from
// that, as it is the same for every model and takes compilers longer than an integration.

@group(0) @binding(2) var<storage, read> observed: array<Observed>;
// Row-major, MEASURE_COUNT numbers a start.
@group(0) @binding(3) var<storage, read_write> results: array<f32>;

override WORKGROUP: u32 = 64u;

// How much further from 0 a trajectory ended than the flow did.
fn differenceFrom(flow: f32, distance: f32) -> f32 {
  if (dispatch.compare == 0u || flow == INFINITE || flow == UNDEFINED || distance == UNDEFINED) {
    return UNDEFINED;
  }
  return select(distance - flow, INFINITE, distance == INFINITE);
}

fn writeRow(start: u32, m: Measured) {
  let row = (dispatch.offset + start) * MEASURE_COUNT;
  results[row + MEASURE_DIFFERENCE] = differenceFrom(results[row + MEASURE_DISTANCE], m.distance);
  results[row + MEASURE_DISTANCE] = m.distance;
  results[row + MEASURE_AMPLITUDE] = m.amplitude;
  results[row + MEASURE_RATE] = m.rate;
  results[row + MEASURE_SETTLE] = m.settle;
  results[row + MEASURE_REST] = m.rest;
  results[row + MEASURE_TURNS] = m.turns;
  results[row + MEASURE_EMA] = m.ema;
  results[row + MEASURE_LYAPUNOV] = select(UNDEFINED, m.lyapunov, dispatch.across == 2u);
  results[row + MEASURE_OUTCOME] = f32(m.outcome);
  results[row + MEASURE_EVIDENCE] = m.evidence;
  results[row + MEASURE_BASIN] = m.basin;
}

@compute @workgroup_size(WORKGROUP)
fn measure(@builtin(global_invocation_id) id: vec3u) {
  let start = id.x;
  if (start >= dispatch.count) {
    return;
  }
  loadParametersOf(start);
  writeRow(start, measured(observed[start]));
}
