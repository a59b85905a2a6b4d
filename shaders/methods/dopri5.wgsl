// Dormand-Prince 5(4) (1980, table 2) with local extrapolation.

struct DopriStages {
  k1: AugmentedState,
  k3: AugmentedState,
  k4: AugmentedState,
  k5: AugmentedState,
  k6: AugmentedState,
  k7: AugmentedState,
  change: AugmentedState,
}

fn begin(integrator: ptr<function, IntegratorState>) {}

// 0 before the first step, which is tried whole.
fn rememberedLength(integrator: ptr<function, IntegratorState>) -> LaneF32 {
  let length = stateOf((*integrator).substep).x;
  return select(length, 1.0, length == 0.0);
}

fn remember(integrator: ptr<function, IntegratorState>, length: LaneF32) {
  (*integrator).substep = constant(vec4f(length, 0.0, 0.0, 0.0));
}

fn stagesOf(s: AugmentedState, d: f32) -> DopriStages {
  let k1 = vectorFieldOf(s);
  let k2 = vectorFieldOf(s + d * (0.2 * k1));
  let k3 = vectorFieldOf(s + d * (0.075 * k1 + 0.225 * k2));
  let k4 = vectorFieldOf(s + d * ((44.0 / 45.0) * k1 - (56.0 / 15.0) * k2 + (32.0 / 9.0) * k3));
  let k5 = vectorFieldOf(s + d * ((19372.0 / 6561.0) * k1 - (25360.0 / 2187.0) * k2
    + (64448.0 / 6561.0) * k3 - (212.0 / 729.0) * k4));
  let k6 = vectorFieldOf(s + d * ((9017.0 / 3168.0) * k1 - (355.0 / 33.0) * k2
    + (46732.0 / 5247.0) * k3 + (49.0 / 176.0) * k4 - (5103.0 / 18656.0) * k5));
  // The weights add up to 1: as k1 and small differences from it, their rounding does not matter.
  let change = d * (k1 + ((500.0 / 1113.0) * (k3 - k1) + (125.0 / 192.0) * (k4 - k1)
    - (2187.0 / 6784.0) * (k5 - k1) + (11.0 / 84.0) * (k6 - k1)));
  return DopriStages(k1, k3, k4, k5, k6, vectorFieldOf(s + change), change);
}

fn attempt(integrator: ptr<function, IntegratorState>, d: f32) -> Attempt {
  let s = (*integrator).state;
  let k = stagesOf(s, d);
  let distance = d * stateOf((71.0 / 57600.0) * k.k1 - (71.0 / 16695.0) * k.k3 + (71.0 / 1920.0) * k.k4
    - (17253.0 / 339200.0) * k.k5 + (22.0 / 525.0) * k.k6 - 0.025 * k.k7);
  let size2 = dot(stateOf(s), stateOf(s));
  let reached = stateOf(s + k.change);
  let size = sqrt(max(size2, dot(reached, reached)));
  let allowed = parameters.atol + max(parameters.rtol, DOPRI_FLOAT32_RTOL) * size;
  let error2 = dot(distance, distance) / (allowed * allowed);
  // Bits, as a compiler may assume that nothing is NaN.
  let bearable = max(1.0, DOPRI_RESOLVED_ERROR * size / allowed);
  let resolved = (bitcast<u32>(error2) & 0x7fffffffu) <= bitcast<u32>(bearable * bearable);
  let derivative = stateOf(k.k1);
  let angle2 = d * d * dot(derivative, derivative) / max(size2, 1e-36);
  return Attempt(k.change, select(DOPRI_UNRESOLVED, angle2 * angle2 * angle2 / 16.0, resolved), error2);
}

// Dense output of order 4 (Hairer, Norsett and Wanner 1993, II.6, DOPRI5) beyond cubic Hermite
// interpolation, as a multiple of x^2 (1 - x)^2, of a step from s.
fn quarticOf(s: AugmentedState, d: f32) -> AugmentedState {
  let k = stagesOf(s, d);
  return d * ((-12715105075.0 / 11282082432.0) * k.k1 + (87487479700.0 / 32700410799.0) * k.k3
    - (10690763975.0 / 1880347072.0) * k.k4 + (701980252875.0 / 199316789632.0) * k.k5
    - (1453857185.0 / 822651844.0) * k.k6 + (69997945.0 / 29380423.0) * k.k7);
}
