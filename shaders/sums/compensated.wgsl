// Sums whose rounding errors are carried along (Kahan 1965), so that float32 does not drift over
// many steps. A compiler that reassociates sums undoes this: see compensation.wgsl.

// state + change; what the sum rounds off is added to the next one.
fn accumulate(integrator: ptr<function, IntegratorState>, change: AugmentedState) {
  let corrected = change - (*integrator).residue;
  let sum = (*integrator).state + corrected;
  (*integrator).residue = (sum - (*integrator).state) - corrected;
  (*integrator).state = sum;
}
