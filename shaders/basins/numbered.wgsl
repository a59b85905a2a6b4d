// Which equilibrium a trajectory ends at. Twin of src/measures/basin.ts, which states the rule.

// In the order of their numbers, counted from the target.
@group(0) @binding(5) var<storage, read> equilibria: array<vec4f>;

fn basinOf(outcome: u32, end: vec4f) -> f32 {
  if (outcome == OUTCOME_UNDECIDED) {
    return UNDEFINED;
  }
  let isHome = (outcome == OUTCOME_CONVERGED) | (outcome == OUTCOME_CONVERGING);
  if (!isHome & (outcome != OUTCOME_STUCK)) {
    return 0.0;
  }
  let place = select(end, vec4f(0.0), isHome);
  let least = select(TOLERANCE_REACHED * length(end), parameters.eps, isHome);
  var nearest = INFINITE;
  var number = 0u;
  for (var i = 0u; i < arrayLength(&equilibria); i++) {
    let apart = distance(place, equilibria[i]);
    if (apart < nearest) {
      nearest = apart;
      number = i + 1u;
    }
  }
  if (nearest <= least) {
    return f32(number);
  }
  return select(0.0, UNDEFINED, isHome);
}
