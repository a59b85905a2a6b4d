// The label with the strength of its evidence. Twin of src/measures/label.ts.

struct Label {
  outcome: u32,
  // 0 to 1, by the largest share by which all that decides the label may be off while it stays.
  evidence: f32,
}

fn labelOf(e: Evidence) -> Label {
  var label = Label(0u, 0.0);
  var strength = 1.0;
  var gap = 1.0;
  var share = 0.0;
  var stands = true;
  // As it is seen, then by each share one way and the other: in one loop, as compilers inline every call.
  loop {
    let found = outcome(altered(e, share));
    if (share == 0.0) {
      label.outcome = found;
      share = shareFor(strength);
      continue;
    }
    stands = stands & (found == label.outcome);
    if (stands & (share > 0.0)) {
      share = -share;
      continue;
    }
    if (stands) {
      label.evidence = strength;
    }
    gap = 0.5 * gap;
    strength = label.evidence + gap;
    share = shareFor(strength);
    stands = true;
    if ((label.evidence == 1.0) | (gap < EVIDENCE_RESOLUTION)) {
      break;
    }
  }
  return label;
}

// By how much a label of such a strength may be off.
fn shareFor(strength: f32) -> f32 {
  return exp2(EVIDENCE_LARGEST_POWER + EVIDENCE_POWERS * (strength - 1.0));
}

// What would have been seen if all lengths had changed by so much more in the last quarter, and fewer
// swings and turns had been counted.
fn altered(e: Evidence, share: f32) -> Evidence {
  var all = e;
  let counted = 1.0 - abs(share);
  all.last.high = further(e.last.high, e.third.high, share);
  all.last.low = atMost(further(e.last.low, e.third.low, share), all.last.high);
  all.last.meanSquare = further(e.last.meanSquare, e.third.meanSquare, share);
  all.last.angularMomentum = further(e.last.angularMomentum, e.third.angularMomentum, share);
  all.last.potential = further(e.last.potential, e.third.potential, share);
  all.last.speed = further(e.last.speed, e.third.speed, share);
  all.extremaCount = u32(f32(e.extremaCount) * counted + 0.5);
  all.windingNumber = e.windingNumber * counted;
  return all;
}

fn further(last: f32, third: f32, share: f32) -> f32 {
  return last * exp(share * logRatio(last, third));
}
