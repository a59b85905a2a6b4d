import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import type { FlowView } from '../../figure/views.ts';

/** The second flow catches up at most this many times as fast as the first one runs. */
const MAX_SPEEDUP = 4;

/** Whether the second flow is ahead by more than whole steps account for: the first one set out again. */
export function isAhead(
  first: Pick<FlowView, 'time' | 'seekTarget'>,
  second: Pick<FlowView, 'time' | 'seekTarget'>,
  present: Experiment,
  other: Experiment,
): boolean {
  if (first.seekTarget !== undefined || second.seekTarget !== undefined) return false;
  const apart = numberOf(present, 'step') + numberOf(other, 'step');
  return second.time > first.time + 2 * apart;
}

/**
 * Steps that the second flow takes while the first takes `steps`, so that both show one time: as
 * long as they differ, it catches up or waits.
 */
export function synchronizedSteps(
  first: Pick<FlowView, 'time'>,
  present: Experiment,
  second: Pick<FlowView, 'time'>,
  other: Experiment,
  steps: number,
): number {
  if (steps === 0) return 0;
  const [firstStep, secondStep] = [numberOf(present, 'step'), numberOf(other, 'step')];
  const elapsed = steps * firstStep;
  const lag = first.time - second.time;
  return Math.min(MAX_SPEEDUP * elapsed, Math.max(0, elapsed + lag)) / secondStep;
}

/**
 * The time that the second flow has to seek: the first one's target or time; undefined where it
 * is there or seeks it already.
 */
export function synchronizedSeekTarget(
  first: Pick<FlowView, 'time' | 'seekTarget'>,
  second: Pick<FlowView, 'time' | 'seekTarget'>,
  other: Experiment,
  steps: number,
): number | undefined {
  const target = first.seekTarget ?? (steps === 0 ? first.time : undefined);
  if (target === undefined) return undefined;
  const apart = Math.abs((second.seekTarget ?? second.time) - target);
  return apart < numberOf(other, 'step') ? undefined : target;
}
