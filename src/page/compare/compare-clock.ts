import { numberOf, type Experiment } from '../../experiment/experiment.ts';
import type { FlowView } from '../views/views.ts';

/** Faster than this many times the first flow's own pace the second does not catch up. */
const MOST_HASTE = 4;

/**
 * Steps that the second flow takes while the first takes `steps`, so that both show one time: as
 * long as they differ, it catches up or waits.
 */
export function stepsBeside(
  first: Pick<FlowView, 'time'>,
  present: Experiment,
  second: Pick<FlowView, 'time'>,
  other: Experiment,
  steps: number,
): number {
  if (steps === 0) return 0;
  const [own, its] = [numberOf(present, 'step'), numberOf(other, 'step')];
  const passing = steps * own;
  const lag = first.time - second.time;
  return Math.min(MOST_HASTE * passing, Math.max(0, passing + lag)) / its;
}

/**
 * Where the second flow has to be sent: where the first one is sent, or stands; undefined where it
 * is there or on its way.
 */
export function goalBeside(
  first: Pick<FlowView, 'time' | 'seekTarget'>,
  second: Pick<FlowView, 'time' | 'seekTarget'>,
  other: Experiment,
  steps: number,
): number | undefined {
  const goal = first.seekTarget ?? (steps === 0 ? first.time : undefined);
  if (goal === undefined) return undefined;
  const apart = Math.abs((second.seekTarget ?? second.time) - goal);
  return apart < numberOf(other, 'step') ? undefined : goal;
}
