// The colour of a start from its results. Twin of `colourOf` in src/figure/colour-scale.ts, which
// states the rule.

// What the rule reads of a row of results.
struct Shown {
  value: f32,
  amplitude: f32,
  settle: f32,
  evidence: f32,
  // Of an ensemble's most frequent label.
  share: f32,
}

fn clamped(t: f32) -> f32 {
  return clamp(t, 0.0, 1.0);
}

// The table at t in [0, 1], linear between entries.
fn tableAt(first: u32, t: f32) -> vec3f {
  let at = t * f32(PALETTE_ENTRIES - 1u);
  let index = min(u32(at), PALETTE_ENTRIES - 2u);
  return mix(palette[first + index].rgb, palette[first + index + 1u].rgb, at - f32(index));
}

fn colourOf(shown: Shown) -> vec3f {
  if (colours.transform == TRANSFORM_LABELS) {
    return labelColour(shown);
  }
  if (shown.value == UNDEFINED) {
    return palette[PALETTE_UNDEFINED].rgb;
  }
  if (shown.value == INFINITE) {
    return palette[PALETTE_INFINITE].rgb;
  }
  var t = (shown.value - colours.low) / (colours.high - colours.low);
  if (colours.transform == TRANSFORM_LOGARITHMIC) {
    t = log(max(shown.value, colours.low) / colours.low) / log(colours.high / colours.low);
  }
  if (colours.inner > 0.0) {
    let share = clamped((abs(shown.value) - colours.inner) / (colours.high - colours.inner));
    t = 0.5 + 0.5 * sign(shown.value) * share;
  }
  return tableAt(PALETTE_TABLE, clamped(t));
}

// The code of a label, held to those that there are.
fn codeOf(label: f32) -> u32 {
  return min(u32(max(label, 0.0)), PALETTE_FADED - PALETTE_LABELS - 1u);
}

fn labelColour(shown: Shown) -> vec3f {
  let code = codeOf(shown.value);
  if (colours.ensemble == 1u) {
    return mix(palette[PALETTE_FADED + code].rgb, palette[PALETTE_LABELS + code].rgb, shown.share);
  }
  var fading = PALETTE_UNBOUNDED;
  if (code == OUTCOME_CONVERGED) {
    fading = sqrt(clamped(shown.settle / colours.horizon));
  } else if (shown.amplitude < INFINITE) {
    let amplitude = max(shown.amplitude, colours.shadeLow);
    fading = clamped(log(amplitude / colours.shadeLow) / log(colours.shadeHigh / colours.shadeLow));
  }
  let label = mix(palette[PALETTE_LABELS + code].rgb, palette[PALETTE_FADED + code].rgb, fading);
  let undecided = palette[PALETTE_LABELS + OUTCOME_UNDECIDED].rgb;
  return mix(label, undecided, PALETTE_THIN * (1.0 - shown.evidence));
}
