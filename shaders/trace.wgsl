// The trace kernel: one trajectory a thread, sampled in time. A dispatch takes steps
// [firstStep, endStep); in between a trajectory rests in `tracers`.

struct Dispatch {
  // Trajectories, and samples of each.
  count: u32,
  sampleCount: u32,
  firstStep: u32,
  endStep: u32,
}

// A sample lies in step `step` (from 0), at `fraction` of it.
struct Sample {
  step: u32,
  fraction: f32,
}

struct Tracer {
  integrator: IntegratorState,
  average: vec4f,
  // The next sample to write.
  sample: u32,
  bounded: u32,
}

@group(0) @binding(1) var<uniform> dispatch: Dispatch;
@group(0) @binding(2) var<storage, read> starts: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> tracers: array<Tracer>;
@group(0) @binding(4) var<storage, read> samples: array<Sample>;
// For each trajectory and sample the state, then its moving average. Where a trajectory left
// every bound the buffer keeps what the host filled it with.
@group(0) @binding(5) var<storage, read_write> traced: array<vec4f>;

override WORKGROUP: u32 = 64u;

// Interpolation at x in [0, 1] from both ends' values and derivatives, cubic Hermite and what the method
// adds to it.
fn hermite(a: vec4f, b: vec4f, derivativeA: vec4f, derivativeB: vec4f, quartic: vec4f, h: f32, x: f32) -> vec4f {
  let y = 1.0 - x;
  return y * y * (1.0 + 2.0 * x) * a + x * x * (3.0 - 2.0 * x) * b
    + h * x * y * (y * derivativeA - x * derivativeB) + x * x * y * y * quartic;
}

fn record(index: u32, sample: u32, state: vec4f, average: vec4f) {
  let row = 2u * (index * dispatch.sampleCount + sample);
  traced[row] = state;
  traced[row + 1u] = average;
}

@compute @workgroup_size(WORKGROUP)
fn traceTrajectories(@builtin(global_invocation_id) id: vec3u) {
  let index = id.x;
  if (index >= dispatch.count) {
    return;
  }
  loadParameters();
  var tracer: Tracer;
  if (dispatch.firstStep == 0u) {
    let start = project(starts[index]);
    tracer = Tracer(beginIntegrator(augmentedAt(start, start)), start, 0u, 1u);
  } else {
    tracer = tracers[index];
  }
  let key = noiseKey(project(starts[index]));
  for (var step = dispatch.firstStep; step < dispatch.endStep && tracer.bounded == 1u; step++) {
    let last = step + 1u == parameters.steps;
    let h = select(parameters.step, parameters.lastStep, last);
    let emaDecay = select(parameters.emaBeta, parameters.emaLast, last);
    // What lies at the step's beginning does not need the step to succeed.
    while (tracer.sample < dispatch.sampleCount && samples[tracer.sample].step == step
      && samples[tracer.sample].fraction == 0.0) {
      record(index, tracer.sample, stateOf(tracer.integrator.state), tracer.average);
      tracer.sample++;
    }
    var integrator = tracer.integrator;
    var progress = beginStep(&integrator);
    loop {
      let before = integrator.state;
      let next = advance(&integrator, &progress, h, key, step + 1u);
      let begins = shareDone(progress) - next.share;
      if (!isStateWithin(stateOf(integrator.state), TOLERANCE_BOUND)) {
        tracer.bounded = 0u;
        break;
      }
      if (next.share > 0.0) {
        let decay = select(pow(max(emaDecay, 1e-30), next.share), emaDecay, next.share == 1.0);
        let average = decay * tracer.average + (1.0 - decay) * stateOf(integrator.state);
        let d = next.share * h;
        let previous = stateOf(before);
        let reached = stateOf(integrator.state);
        let quartic = stateOf(quarticWithin(before, d));
        while (tracer.sample < dispatch.sampleCount && samples[tracer.sample].step == step
          && samples[tracer.sample].fraction <= shareDone(progress)) {
          let x = (samples[tracer.sample].fraction - begins) / next.share;
          let state = hermite(previous, reached, vectorField(previous), vectorField(reached), quartic, d, x);
          record(index, tracer.sample, state, mix(tracer.average, average, x));
          tracer.sample++;
        }
        tracer.average = average;
      }
      continuing {
        break if isDone(progress);
      }
    }
    tracer.integrator = integrator;
  }
  tracers[index] = tracer;
}
