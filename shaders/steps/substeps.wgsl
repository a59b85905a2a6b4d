// Steps of a flow, which are done in shorter ones where they do not resolve the motion. Lengths are
// shares of the step. Twin of src/methods/substeps.ts.

struct Progress {
  // Share of the step that is done, 1 where all of it is.
  done: LaneF32,
  // Length of the substep to try now, 0 where the step is done, and how many of that length remain.
  share: LaneF32,
  count: LaneF32,
  // The longest that a substep should be.
  length: LaneF32,
  // How many shorter than SUBSTEP_SHORTEST have been tried.
  tried: LaneF32,
}

// How a method tries a step.
struct Attempt {
  change: AugmentedState,
  errorRatioSquared: LaneF32,
  // The square of its error as a multiple of the one that is allowed; may be no number.
  excessSquared: LaneF32,
}

fn beginStep(integrator: ptr<function, IntegratorState>) -> Progress {
  let one = LaneF32(1.0);
  let length = rememberedLength(integrator);
  let count = substepsIn(one, length);
  return Progress(LaneF32(0.0), one / count, count, length, LaneF32(0.0));
}

fn isDone(progress: Progress) -> bool {
  return !anySet(progress.done < LaneF32(1.0));
}

fn shareDone(progress: Progress) -> LaneF32 {
  return progress.done;
}

fn substepsIn(rest: LaneF32, length: LaneF32) -> LaneF32 {
  return max(LaneF32(1.0), ceil(rest / length - SUBSTEP_SLACK));
}

// Tries what is next of step number `number` (from 1) of the trajectories whose noise has these keys.
// Of one whose try is refused, or whose step is done, nothing changes.
fn advance(
  integrator: ptr<function, IntegratorState>,
  progress: ptr<function, Progress>,
  h: f32,
  keys: LaneU32,
  number: u32,
) -> Substep {
  let share = (*progress).share;
  let next = carriedAttempt(integrator, attempt(integrator, h * share), h, share);
  var substep = Substep(next.change, next.errorRatioSquared, share);
  // By their bits, as a compiler may assume that nothing is NaN.
  let refused = (bitcast<LaneI32>(next.excessSquared) & LaneI32(0x7fffffff)) > LaneI32(bitcast<i32>(1.0));
  if (METHOD_ADAPTIVE || anySet(refused | (share != LaneF32(1.0)))) {
    substep = judge(integrator, progress, next, refused);
  } else {
    (*progress).done = LaneF32(1.0);
  }
  var change = substep.change;
  if (noisy != 0u) {
    // The noise of a step is added at its end.
    let ends = ((*progress).done == LaneF32(1.0)) & (substep.share > LaneF32(0.0));
    change = chosen(change, withNoise(change, (*integrator).state, keys, number, h), ends);
  }
  moveBy(integrator, change);
  keepAcross(integrator, substep.share);
  return substep;
}

// Judges a try and sets the next one.
fn judge(
  integrator: ptr<function, IntegratorState>,
  progress: ptr<function, Progress>,
  next: Attempt,
  refused: LaneBool,
) -> Substep {
  let zero = LaneF32(0.0);
  let one = LaneF32(1.0);
  let p = *progress;
  let open = p.share > zero;
  // Where the shortest resolves nothing there are shorter ones, for a while. It is taken whatever its error,
  // and what has left every bound cannot do better.
  let givenUp = p.tried >= LaneF32(SUBSTEP_LEAST_COUNT);
  let most = LaneF32(METHOD_LARGEST_ERROR_RATIO * METHOD_LARGEST_ERROR_RATIO);
  let unresolved = (bitcast<LaneI32>(next.errorRatioSquared) & LaneI32(0x7fffffff)) > bitcast<LaneI32>(most);
  let shortest = select(LaneF32(SUBSTEP_SHORTEST), LaneF32(SUBSTEP_LEAST), unresolved & !givenUp);
  let last = (p.length <= shortest) | !isWithin((*integrator).state, TOLERANCE_BOUND);
  let accepted = open & (!refused | last);
  let measurable = (bitcast<LaneI32>(next.excessSquared) & LaneI32(0x7fffffff)) < LaneI32(bitcast<i32>(1e30));
  let excess = max(select(LaneF32(1e30), next.excessSquared, measurable), LaneF32(1e-20));
  let wanted = SUBSTEP_SAFETY * pow(excess, LaneF32(-0.5 / METHOD_SUBSTEP_ORDER));
  let fastest = select(one, LaneF32(SUBSTEP_FASTEST), accepted);
  let factor = clamp(wanted, LaneF32(SUBSTEP_SLOWEST), fastest);
  let length = clamp(p.share * factor, select(min(shortest, p.length), shortest, givenUp), one);
  let done = select(p.done, select(p.done + p.share, one, p.count == one), accepted);
  let count = substepsIn(one - done, length);
  (*progress).done = done;
  (*progress).tried = p.tried + select(zero, one, open & (p.share < LaneF32(SUBSTEP_SHORTEST)));
  (*progress).length = select(p.length, length, open);
  (*progress).count = count;
  (*progress).share = (one - done) / count;
  remember(integrator, (*progress).length);
  return Substep(
    chosen(AugmentedState(), next.change, accepted),
    select(zero, next.errorRatioSquared, accepted),
    select(zero, p.share, accepted),
  );
}
