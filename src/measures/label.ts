/** The label with the strength of its evidence. Twin of shaders/label.wgsl. */
import type { Evidence, Writable } from './labels/evidence.ts';
import { logRatio, type Quarter } from './labels/quarters.ts';
import type { Outcome } from './outcomes.ts';
import { outcomeOf } from './outcome.ts';
import { EVIDENCE_POWERS, EVIDENCE_RESOLUTION } from './strengths.ts';

export interface Label {
  readonly outcome: Outcome;
  /**
   * From 0 to 1, by the largest share by which all that decides the label may be off, either way, while
   * it stays: 1 for a half, 0.2 less for each time half as much, 0 for 1/64.
   */
  readonly evidence: number;
}

export function labelOf(e: Evidence): Label {
  const outcome = outcomeOf(e);
  const { largest, count } = EVIDENCE_POWERS;
  const other = copyOf(e);
  const stands = (evidence: number): boolean => {
    const share = 2 ** (largest + count * (evidence - 1));
    return [share, -share].every((by) => outcomeOf(alter(other, e, by)) === outcome);
  };
  if (stands(1)) return { outcome, evidence: 1 };
  let evidence = 0;
  for (let gap = 1 / 2; gap >= EVIDENCE_RESOLUTION; gap /= 2) {
    if (stands(evidence + gap)) evidence += gap;
  }
  return { outcome, evidence };
}

/** To be written into by `alter`, up to twelve times. */
function copyOf(e: Evidence): Writable<Evidence> {
  const [first, second, third, last] = e.quarters;
  return { ...e, quarters: [first, second, third, { ...last }] };
}

/**
 * What would have been seen if all lengths had changed by so much more in the last quarter, and fewer
 * swings and turns had been counted. |phi| stays: where it swings, its change is one of phase.
 * @param altered a copy of `e`, which is overwritten
 */
function alter(altered: Writable<Evidence>, e: Evidence, share: number): Evidence {
  const counted = 1 - Math.abs(share);
  altered.extremaCount = Math.floor(e.extremaCount * counted + 0.5);
  altered.windingNumber = e.windingNumber * counted;
  alterQuarter(altered.quarters[3], e.quarters[3], e.quarters[2], share);
  return altered;
}

function alterQuarter(altered: Quarter, last: Quarter, third: Quarter, share: number): void {
  const further = (now: number, before: number) => now * Math.exp(share * logRatio(now, before));
  altered.high = further(last.high, third.high);
  altered.low = Math.min(further(last.low, third.low), altered.high);
  altered.meanSquare = further(last.meanSquare, third.meanSquare);
  altered.angularMomentum = further(last.angularMomentum, third.angularMomentum);
  altered.potential = further(last.potential, third.potential);
  altered.speed = further(last.speed, third.speed);
}
