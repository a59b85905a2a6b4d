import type { Schedule } from '../../measures/schedule.ts';

/** Where each sample of a trajectory lies: within step `step` (counted from 0), at `fraction` of it. */
export interface Sampling {
  readonly times: Float64Array;
  readonly step: Uint32Array;
  readonly fraction: Float64Array;
}

/**
 * `count` samples from 0 to the horizon, both ends included: of a flow evenly spaced; of a rule at
 * whole steps, as evenly as these allow, and no more than one each.
 */
export function samplingOf(schedule: Schedule, count: number): Sampling {
  return schedule.kind === 'rule' ? iteratesOf(schedule, count) : timesOf(schedule, count);
}

/** A rule has no states between two steps: its samples are iterates. */
function iteratesOf({ steps, step: length }: Schedule, wanted: number): Sampling {
  const count = Math.min(wanted, steps + 1);
  const iterates = Uint32Array.from({ length: count }, (_, i) =>
    Math.round((steps * i) / (count - 1)),
  );
  return {
    times: Float64Array.from(iterates, (iterate) => iterate * length),
    step: iterates.map((iterate) => Math.min(iterate, steps - 1)),
    fraction: Float64Array.from(iterates, (iterate) => (iterate === steps ? 1 : 0)),
  };
}

function timesOf(schedule: Schedule, count: number): Sampling {
  const { horizon, steps, step: length, lastStep } = schedule;
  const times = Float64Array.from({ length: count }, (_, i) => (horizon * i) / (count - 1));
  const step = new Uint32Array(count);
  const fraction = new Float64Array(count);
  times.forEach((time, i) => {
    const index = Math.min(steps - 1, Math.floor((time / length) * (1 + 1e-12)));
    step[i] = index;
    const offset = (time - index * length) / (index === steps - 1 ? lastStep : length);
    fraction[i] = i === count - 1 ? 1 : Math.min(1, Math.max(0, offset));
  });
  return { times, step, fraction };
}
