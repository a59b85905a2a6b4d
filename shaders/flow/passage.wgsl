// Follows the training that sets out in each cell of the outer plane, and notes which passes through the
// window: particles that come from there fill it.

// Of each cell 1 where its training has passed through the window.
@group(0) @binding(3) var<storage, read_write> passed: array<u32>;

fn isInWindow(s: vec4f) -> bool {
  let at = vec2f(dot(s, only(flow.xIndex)), dot(s, only(flow.yIndex)));
  return all((at >= vec2f(flow.xMin, flow.yMin)) & (at <= vec2f(flow.xMax, flow.yMax)));
}

@compute @workgroup_size(WORKGROUP)
fn pass_through(@builtin(global_invocation_id) id: vec3u) {
  flow = flowUniform;
  let index = id.x;
  if (index >= flow.cells * flow.cells) {
    return;
  }
  loadParameters();
  var integrator: IntegratorState;
  if (flow.restart == 1u) {
    let start = startAt(inCell(index, vec2f(0.5)));
    integrator = beginIntegrator(augmentedAt(start, start));
  } else {
    integrator = integrators[index];
    // What has passed needs to be followed no further.
    if (passed[index] == 1u) {
      return;
    }
  }
  var found = isInWindow(stateOf(integrator.state));
  for (var step = 0u; step < flow.steps && !found; step++) {
    if (!isStateWithin(stateOf(integrator.state), TOLERANCE_BOUND)) {
      break;
    }
    advanceStep(&integrator, flow.h, hash(index), flow.taken + step);
    found = isInWindow(stateOf(integrator.state));
  }
  integrators[index] = integrator;
  passed[index] = select(0u, 1u, found);
}
