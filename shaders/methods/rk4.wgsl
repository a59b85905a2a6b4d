// The classical Runge-Kutta method: order 4, four stages (Kutta 1901).

// What of a derivative is rounding: 64 times the precision of float32.
const RK4_ROUNDING = 7.63e-6;

fn begin(integrator: ptr<function, IntegratorState>) {}

// Each step is tried whole.
fn rememberedLength(integrator: ptr<function, IntegratorState>) -> LaneF32 {
  return LaneF32(1.0);
}

fn remember(integrator: ptr<function, IntegratorState>, length: LaneF32) {}

fn attempt(integrator: ptr<function, IntegratorState>, h: LaneF32) -> Attempt {
  let p = (*integrator).state;
  // k1 = v(s), k2 = v(s + h k1/2), k3 = v(s + h k2/2), k4 = v(s + h k3)
  let k1 = vectorFieldOf(p);
  let k2 = vectorFieldOf(p + times(0.5 * h, k1));
  let k3 = vectorFieldOf(p + times(0.5 * h, k2));
  let k4 = vectorFieldOf(p + times(h, k3));
  // (k1 + 2 k2 + 2 k3 + k4)/6 = (middle + (ends - middle)/3)/2. Some compilers turn a division by 6
  // into a product with the rounded 1/6, and every step would be too long by 3e-8 of itself; here
  // that touches only the small difference of the two sums.
  let ends = k1 + k4;
  let middle = k2 + k3;
  let apart = ends - middle;
  let derivatives = middle + (1.0 / 3.0) * apart;
  // |k3 - k2|^2 and |k1 - k2 - k3 + k4|^2, times h^2 / |s|^2: how much the midpoint derivatives disagree,
  // and how much the derivative bends; the floor keeps 0/0 out.
  let disagreement = squareOf(k3 - k2);
  let bend = squareOf(apart);
  let more = select(bend, disagreement, disagreement > bend);
  let errorRatioSquared = h * h * more / (squareOf(p) + 1e-36);
  // By the error ratio in a unit of time, and by the rate 2 |k3 - k2| / (h |k2 - k1|); see
  // src/methods/rk4-refinement.ts.
  let ofRatio = errorRatioSquared / (RK4_REFINED_ERROR_RATIO * RK4_REFINED_ERROR_RATIO * h * h + 1e-36);
  let rate = disagreement
    / (0.25 * RK4_REFINED_RATE * RK4_REFINED_RATE * (squareOf(k2 - k1) + RK4_ROUNDING * RK4_ROUNDING * squareOf(k1)) + 1e-36);
  let ofRate = rate * rate;
  let excessSquared = select(ofRate, ofRatio, ofRatio > ofRate);
  return Attempt(times(0.5 * h, derivatives), errorRatioSquared, excessSquared);
}

// What is known beyond cubic Hermite interpolation: nothing.
fn quarticOf(p: AugmentedState, h: LaneF32) -> AugmentedState {
  return AugmentedState();
}
