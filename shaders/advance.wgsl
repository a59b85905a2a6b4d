// One step of a trajectory: what the method says, noise, and the model's allowed set.

// A player's components of a state: factors for `scaled`.
const DISCRIMINATOR = vec4f(1.0, 1.0, 0.0, 0.0);
const GENERATOR = vec4f(0.0, 0.0, 1.0, 1.0);

// How a step changes a state, and the square of its local error ratio: how badly the step resolves
// the motion, (w h)^3/4 for a rotation of frequency w, not finite where a stage overflowed.
struct Step {
  change: AugmentedState,
  errorRatioSquared: LaneF32,
}

fn beginIntegrator(start: AugmentedState) -> IntegratorState {
  var integrator: IntegratorState;
  integrator.state = start;
  prepare(&integrator);
  return integrator;
}

// Step number `number` (from 1) of the trajectories whose noise has these keys.
fn advance(integrator: ptr<function, IntegratorState>, h: f32, keys: LaneU32, number: u32) -> Step {
  let next = changeOf(integrator, h);
  var change = next.change;
  if (noisy != 0u) {
    change = withNoise(change, keys, number, h);
  }
  accumulate(integrator, change);
  (*integrator).state = projected((*integrator).state);
  renormalise(integrator);
  return next;
}

// The square of a step's error ratio by how far it goes, |change| / |s| = w h, for methods whose stages
// tell nothing more.
fn errorRatioSquaredOfChange(p: AugmentedState, change: AugmentedState) -> LaneF32 {
  let share = squareOf(change) / (squareOf(p) + 1e-36);
  return share * share * share / 16.0;
}
