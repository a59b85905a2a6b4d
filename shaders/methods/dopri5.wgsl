// Dormand-Prince 5(4) (1980, table 2) with local extrapolation. A step of the schedule is done in
// substeps whose length follows the error estimate and is remembered.

// How fast the length of a substep may change, and what it stays below its estimate.
const DOPRI_SLOWEST = 0.2;
const DOPRI_FASTEST = 5.0;
const DOPRI_SAFETY = 0.9;

fn prepare(integrator: ptr<function, IntegratorState>) {}

fn changeOf(integrator: ptr<function, IntegratorState>, h: f32) -> Step {
  let p = (*integrator).state;
  let remembered = stateOf((*integrator).substep).x;
  var span = select(min(remembered, h), h, remembered == 0.0);
  var done = 0.0;
  var errorRatioSquared = 0.0;
  var resolved = true;
  let shortest = DOPRI_SHORTEST * h;
  var change = AugmentedState();
  var k1 = vectorFieldOf(p);
  for (var attempt = 0u; attempt < DOPRI_MOST_ATTEMPTS && done < h; attempt++) {
    let last = done + 1.001 * span >= h;
    let d = select(span, h - done, last);
    let s = p + change;
    let k2 = vectorFieldOf(s + d * (0.2 * k1));
    let k3 = vectorFieldOf(s + d * (0.075 * k1 + 0.225 * k2));
    let k4 = vectorFieldOf(s + d * ((44.0 / 45.0) * k1 - (56.0 / 15.0) * k2 + (32.0 / 9.0) * k3));
    let k5 = vectorFieldOf(s + d * ((19372.0 / 6561.0) * k1 - (25360.0 / 2187.0) * k2
      + (64448.0 / 6561.0) * k3 - (212.0 / 729.0) * k4));
    let k6 = vectorFieldOf(s + d * ((9017.0 / 3168.0) * k1 - (355.0 / 33.0) * k2
      + (46732.0 / 5247.0) * k3 + (49.0 / 176.0) * k4 - (5103.0 / 18656.0) * k5));
    // The weights add up to 1: as k1 and small differences from it, their rounding does not matter.
    let way = d * (k1 + ((500.0 / 1113.0) * (k3 - k1) + (125.0 / 192.0) * (k4 - k1)
      - (2187.0 / 6784.0) * (k5 - k1) + (11.0 / 84.0) * (k6 - k1)));
    let reached = s + way;
    let k7 = vectorFieldOf(reached);
    let distance = d * stateOf((71.0 / 57600.0) * k1 - (71.0 / 16695.0) * k3 + (71.0 / 1920.0) * k4
      - (17253.0 / 339200.0) * k5 + (22.0 / 525.0) * k6 - 0.025 * k7);
    let size2 = dot(stateOf(s), stateOf(s));
    let size = sqrt(max(size2, dot(stateOf(reached), stateOf(reached))));
    let allowed = parameters.atol + parameters.rtol * size;
    let bearable = DOPRI_RESOLVED_ERROR * size / allowed;
    // Bits, as a compiler may assume that nothing is NaN: an error that is none is refused.
    let error2 = dot(distance, distance) / (allowed * allowed);
    let bits = bitcast<u32>(error2) & 0x7fffffffu;
    let kept = bits <= bitcast<u32>(1.0);
    let measurable = bits < bitcast<u32>(1e30);
    // The shortest substep is taken whatever its error: a kink must not hold a trajectory up.
    let accepted = kept || d <= shortest;
    let wanted = DOPRI_SAFETY * pow(max(select(1e30, error2, measurable), 1e-12), -0.1);
    let factor = clamp(wanted, DOPRI_SLOWEST, select(1.0, DOPRI_FASTEST, accepted));
    if (accepted) {
      let derivative = stateOf(k1);
      let share = d * d * dot(derivative, derivative) / max(size2, 1e-36);
      resolved = resolved && (kept || bits <= bitcast<u32>(bearable * bearable));
      errorRatioSquared += share * share * share / 16.0;
      change += way;
      k1 = k7;
      done = select(done + d, h, last);
    }
    // A last substep is short because the step ends, not because it has to be.
    span = max(select(d * factor, max(span, d * factor), last && accepted), shortest);
  }
  (*integrator).substep = constant(vec4f(span, 0.0, 0.0, 0.0));
  return Step(change, select(DOPRI_UNRESOLVED, errorRatioSquared, resolved && done == h));
}
