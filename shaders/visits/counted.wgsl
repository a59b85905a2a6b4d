// What trajectories visit in the last part of the horizon, counted in bins. Twin of src/measures/visit-counter.ts.
// Takes the place of visits/none.wgsl.

struct Visits {
  low: f32,
  // Bins to a unit.
  perUnit: f32,
  rows: u32,
  // The number of a tile's first start among all, and how many starts are counted together.
  first: u32,
  startsPerColumn: u32,
  // The parts of the horizon that are counted, of 65,536.
  parts: u32,
}

@group(0) @binding(7) var<uniform> visits: Visits;
// Column by column, from the lowest bin.
@group(0) @binding(8) var<storage, read_write> visitCounts: array<atomic<u32>>;

// What is counted: its index in VISITED. A constant, since software adapters go through every branch.
override visited: u32 = 0u;

const NO_COLUMN = 0xffffffffu;

// Where one trajectory is counted.
struct Counting {
  // The first bin of its column.
  column: u32,
  // Of a component, what is taken of each one: a start on a line goes along the first axis.
  weights: vec4f,
}

// The least number of steps done that is counted, and the trajectories of the first and the last lane.
var<private> visitedFrom: i32;
var<private> countingFirst: Counting;
var<private> countingLast: Counting;

fn countingOf(start: u32, given: vec4f) -> Counting {
  let column = visits.rows * ((visits.first + start) / visits.startsPerColumn);
  let d = lineDirection(given);
  let along = select(d.x, d.y, (visited & 1u) == 1u);
  let turned = select(vec4f(along, 0.0, 0.0, 0.0), vec4f(0.0, 0.0, along, 0.0), visited >= 2u);
  let plain = select(vec4f(0.0), vec4f(1.0), vec4u(0u, 1u, 2u, 3u) == vec4u(visited));
  return Counting(
    // Beside the last of an odd number of starts there is none.
    select(NO_COLUMN, column, start < dispatch.count),
    select(plain, turned, isOnLine(given)),
  );
}

fn beginVisits(start: u32, given: AugmentedState) {
  let steps = parameters.steps;
  // In whole numbers, without what is too large for 32 bits.
  let whole = (steps / 65536u) * visits.parts;
  let counted = whole + ((steps % 65536u) * visits.parts + 32768u) / 65536u;
  visitedFrom = i32(steps - max(1u, counted)) + 1;
  countingFirst = countingOf(start, stateAt(given, 0u));
  if (LANES > 1u) {
    countingLast = countingOf(start + LANES - 1u, stateAt(given, LANES - 1u));
  }
}

fn visitedValue(s: vec4f, weights: vec4f) -> f32 {
  switch visited {
    case 4u: { return sqrt(dot(s, s)); }
    case 5u: { return length(s.xy); }
    case 6u: { return length(s.zw); }
    case 7u: { return angularMomentum(s); }
    case 8u: { return 0.5 * dot(s, s); }
    default: { return dot(weights, s); }
  }
}

fn count(counting: Counting, s: vec4f, isBounded: bool) {
  let position = (visitedValue(s, counting.weights) - visits.low) * visits.perUnit;
  let isInside = (position >= 0.0) & (position <= f32(visits.rows));
  if (isInside & isBounded & (counting.column != NO_COLUMN)) {
    let bin = min(u32(position), visits.rows - 1u);
    atomicAdd(&visitCounts[counting.column + bin], 1u);
  }
}

// The states after so many steps.
fn visit(step: i32, state: AugmentedState, bounded: LaneI32) {
  let isCounted = step >= visitedFrom;
  count(countingFirst, stateAt(state, 0u), isCounted & (i32At(bounded, 0u) == 1));
  if (LANES > 1u) {
    let last = LANES - 1u;
    count(countingLast, stateAt(state, last), isCounted & (i32At(bounded, last) == 1));
  }
}
