// Numbers of the four quarters of the horizon, and how they change. Twin of src/measures/labels/quarters.ts.

// What is kept of one quarter.
struct Quarter {
  // Largest and smallest |theta|, and when it was largest.
  high: f32,
  low: f32,
  highTime: f32,
  // Mean of |theta|^2 over its steps.
  meanSquare: f32,
  // At its end: |phi|, |L|, the potential amplitude, and the speed of the step before.
  phi: f32,
  angularMomentum: f32,
  potential: f32,
  speed: f32,
}

// A number of each quarter is a vec4f; how it changes to the second, the third and the last a vec3f.

fn differencesOf(series: vec4f) -> vec3f {
  return series.yzw - series.xyz;
}

// How much a series of lengths grows, in natural logarithms.
fn growthOf(series: vec4f) -> vec3f {
  return vec3f(
    logRatio(series.y, series.x),
    logRatio(series.z, series.y),
    logRatio(series.w, series.z),
  );
}

// ln(later/earlier), of what is too short to be known as of the least.
fn logRatio(later: f32, earlier: f32) -> f32 {
  return log(atLeast(later, LEAST_LENGTH) / atLeast(earlier, LEAST_LENGTH));
}

fn leastOf(changes: vec3f) -> f32 {
  return atMost(atMost(changes.x, changes.y), changes.z);
}

fn mostOf(changes: vec3f) -> f32 {
  return atLeast(atLeast(changes.x, changes.y), changes.z);
}

// Whether positive changes go on: as a geometric series to more than `far`, or slowing as those of
// a power of time do. A last change below `least` says nothing about how it slows.
fn isEndless(changes: vec3f, far: f32, least: f32, persistence: f32) -> bool {
  let ratio = changes.z / changes.y;
  let positive = (changes.y > 0.0) & (changes.z > 0.0);
  let reaches = (ratio >= 1.0) | (changes.z * ratio > far * (1.0 - ratio));
  let slows = (changes.x > changes.y) & (changes.z >= least)
    & (1.0 - ratio < persistence * (1.0 - changes.y / changes.x));
  return positive & (reaches | slows);
}

// Whether all changes are of one sign, of sizes between `least` and `most`, and none is below `even`
// of another.
fn goesOneWay(changes: vec3f, least: f32, most: f32, even: f32) -> bool {
  let sizes = changes * sign(changes.z);
  let smallest = leastOf(sizes);
  let largest = mostOf(sizes);
  return (smallest > least) & (largest < most) & (smallest > even * largest);
}

// Whether a length has changed one way, and in the last quarter at about the rate of the one before.
fn keepsOn(changes: vec3f, fastest: f32) -> bool {
  let before = abs(changes.y);
  let now = abs(changes.z);
  let isOneWay = atMost(changes.x * changes.z, changes.y * changes.z) > 0.0;
  return isOneWay & (now > TOLERANCE_WANDER * before) & (now < fastest * before);
}

// Whether a length has all but reached its limit: its changes shrink fast, and the rest is small.
fn settles(changes: vec3f, flat: f32) -> bool {
  let sizes = abs(changes);
  let ratio = sizes.z / sizes.y;
  let shrinks = (sizes.y < TOLERANCE_SETTLING_BEFORE * sizes.x) & (ratio < TOLERANCE_SETTLING)
    & (sizes.z * ratio < TOLERANCE_NEAR * (1.0 - ratio));
  return (sizes.z < flat) | shrinks;
}

// Whether a growth slows so much that, as a geometric series, little is left of it.
fn ends(changes: vec3f) -> bool {
  let ratio = changes.z / changes.y;
  return (ratio < TOLERANCE_SLOWEST) & (changes.z * ratio < TOLERANCE_REMAINDER * (1.0 - ratio));
}
