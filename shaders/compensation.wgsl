// Whether compensated sums survive this adapter's compiler: adds to 1 what is too small for float32
// to add, as often as the host says.

alias AugmentedState = vec4f;

struct IntegratorState {
  state: AugmentedState,
  residue: AugmentedState,
}

struct Sums {
  count: u32,
  change: f32,
}

@group(0) @binding(0) var<uniform> sums: Sums;
@group(0) @binding(1) var<storage, read_write> total: array<vec4f>;

override WORKGROUP: u32 = 64u;

@compute @workgroup_size(WORKGROUP)
fn addUp(@builtin(global_invocation_id) id: vec3u) {
  if (id.x > 0u) {
    return;
  }
  var integrator = IntegratorState(AugmentedState(1.0), AugmentedState(0.0));
  for (var i = 0u; i < sums.count; i++) {
    accumulate(&integrator, AugmentedState(sums.change));
  }
  total[0] = integrator.state;
}
