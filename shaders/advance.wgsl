// What moves a trajectory: what the method says, noise, and the model's allowed set. `steps` has the steps.

// A player's components of a state: factors for `scaled`.
const DISCRIMINATOR = vec4f(1.0, 1.0, 0.0, 0.0);
const GENERATOR = vec4f(0.0, 0.0, 1.0, 1.0);

// How a step changes a state, and the square of its local error ratio: how badly the step resolves
// the motion, (w h)^3/4 for a rotation of frequency w, not finite where a stage overflowed.
struct Step {
  change: AugmentedState,
  errorRatioSquared: LaneF32,
}

// Whose gradients are drawn, of which step, and how many of them were: a rule's gradients have noise in
// them at every evaluation, a flow's in every step.
var<private> drawKeys: LaneU32;
var<private> drawStep: u32;
var<private> drawEvaluation: u32;

fn beginDraws(keys: LaneU32, step: u32) {
  if (gradientNoisy != 0u && !METHOD_FLOWS) {
    drawKeys = keys;
    drawStep = step;
    drawEvaluation = 0u;
  }
}

// What a rule sees of both players' gradients v at p, with the learning rates in them or without.
fn withGradientNoise(v: AugmentedState, p: AugmentedState, rated: bool) -> AugmentedState {
  if (gradientNoisy == 0u || METHOD_FLOWS) {
    return v;
  }
  let evaluation = drawEvaluation;
  drawEvaluation++;
  return withDraw(v, p, drawKeys, drawStep, evaluation, rated);
}

fn beginIntegrator(start: AugmentedState) -> IntegratorState {
  var integrator: IntegratorState;
  integrator.state = start;
  beginDraws(noiseKeys(start), 1u);
  begin(&integrator);
  return integrator;
}

// What has been taken of a step, as far as the method changes the state: its squared error ratio, and
// its share of the step, 0 where nothing was.
struct Substep {
  change: AugmentedState,
  errorRatioSquared: LaneF32,
  share: LaneF32,
}

fn moveBy(integrator: ptr<function, IntegratorState>, change: AugmentedState) {
  accumulate(integrator, change);
  (*integrator).state = withDirection(projected((*integrator).state));
  renormalise(integrator);
}

// Takes all of step number `number` (from 1).
fn advanceStep(integrator: ptr<function, IntegratorState>, h: f32, keys: LaneU32, number: u32) {
  var progress = beginStep(integrator);
  loop {
    advance(integrator, &progress, h, keys, number);
    continuing {
      break if isDone(progress);
    }
  }
}

// The square of a step's error ratio by how far it goes, |change| / |s| = w h, for methods whose stages
// tell nothing more.
fn errorRatioSquaredOfChange(p: AugmentedState, change: AugmentedState) -> LaneF32 {
  let share = squareOf(change) / (squareOf(p) + 1e-36);
  return share * share * share / 16.0;
}
