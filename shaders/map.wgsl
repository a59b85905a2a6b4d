// The map kernel: the whole integration of LANES initial conditions in the registers of one
// invocation. A dispatch takes steps [firstStep, endStep) of all starts of a tile; between dispatches
// trajectories rest in `integrators` and `observations`. What was seen of each in the end goes to
// `observed`, which measure.wgsl reads.

@group(0) @binding(2) var<storage, read> starts: array<vec4f>;
// One for each invocation.
@group(0) @binding(3) var<storage, read_write> observations: array<Observation>;
@group(0) @binding(4) var<storage, read_write> integrators: array<IntegratorState>;
// One for each start of the tile.
@group(0) @binding(5) var<storage, read_write> observed: array<Observed>;

// The length of a step, and what the moving average keeps in it.
struct StepSize {
  h: f32,
  emaDecay: f32,
}

override WORKGROUP: u32 = 64u;

// Whether a dispatch goes on where another one ended, and whether another one goes on from it: constants,
// since software adapters go through every branch.
override FETCHES: bool = true;
override STORES: bool = true;

// Steps from one look whether any trajectory is still within bounds to the next. What is seen of a
// trajectory after it left them changes nothing, so when it stops does not matter.
const UNWATCHED = 64;

@compute @workgroup_size(WORKGROUP)
fn integrate(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  let first = LANES * index;
  if (first >= dispatch.count) {
    return;
  }
  loadParametersOf(first);
  loadLanes(first, min(first + (LANES - 1u), dispatch.count - 1u));
  let firstStep = dispatch.firstStep;
  let endStep = endStepOf();
  if (firstStep >= endStep) {
    return;
  }
  // Where the last of an odd number of starts has none beside it, any state is: it is not written.
  let given = augmentedAt(starts[first], starts[first + (LANES - 1u)]);
  let beginning = turnedToAxes(given);
  let start = projected(withTangents(beginning, dispatch.across == 1u));
  var integrator = beginIntegrator(start);
  if (FOLLOWS_TANGENTS) {
    if (firstStep == 0 && dispatch.across == 2u) {
      joinAcross(&integrator, integrators[index], isPlanar(given));
    }
  }
  var o = beginObservation(start);
  if (FETCHES) {
    if (firstStep > 0) {
      integrator = integrators[index];
      o = observations[index];
    }
  }
  let usual = usualStep();
  var view = viewOf(start, usual.emaDecay);
  let keys = noiseKeys(start);
  beginVisits(first, given);
  var lastChange = LaneF32(0.0);
  var lastShare = LaneF32(1.0);
  var progress = beginStep(&integrator);
  var step = firstStep;
  loop {
    let quarterEnd = min(endOfQuarter(step), endStep);
    let pause = min(step + UNWATCHED, quarterEnd);
    while (step < pause) {
      let size = sizeOfStep(step, usual);
      let h = size.h;
      view.emaDecay = size.emaDecay;
      let before = integrator.state;
      let next = advance(&integrator, &progress, h, keys, u32(step) + 1u);
      let moved = next.share > LaneF32(0.0);
      let change = squareOf(next.change);
      lastChange = select(lastChange, change, moved);
      lastShare = select(lastShare, next.share, moved);
      let least = h * parameters.eps * next.share;
      let isMoving = moved & (change >= least * least);
      observe(&o, view, f32(step) + shareDone(progress), before, integrator.state, isMoving, next);
      if (isDone(progress)) {
        step++;
        visit(step, integrator.state, o.bounded);
        progress = beginStep(&integrator);
      }
    }
    if (!anySet(o.bounded == LaneI32(1))) {
      step = quarterEnd;
    }
    let speed = sqrt(lastChange) / (sizeOfStep(step - 1, usual).h * lastShare);
    closeQuarter(&o, step, start, integrator.state, speed);
    keepGrowth(&integrator, step);
    continuing {
      break if step >= endStep;
    }
  }
  if (STORES) {
    if (endStep < i32(parameters.steps)) {
      integrators[index] = integrator;
      observations[index] = o;
      return;
    }
  }
  if (FOLLOWS_TANGENTS) {
    if (dispatch.across == 1u) {
      integrators[index] = integrator;
      return;
    }
  }
  var which = 0u;
  loop {
    if (first + which < dispatch.count) {
      loadParametersOf(first + which);
      observed[first + which] = observedOf(o, integrator, start, stateAt(given, which), which);
    }
    which++;
    continuing {
      break if which >= LANES;
    }
  }
}
 