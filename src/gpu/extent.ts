import { numberOf, withValues, type Experiment } from '../experiment/experiment.ts';
import { scheduleFor } from '../experiment/schedule.ts';
import type { Schedule } from '../measures/schedule.ts';

/** How many steps a tile takes: of one length from the first on, and whether a shorter one follows. */
export interface Extent {
  readonly even: number;
  readonly hasLast: boolean;
}

export function extentOf({ steps, step, lastStep }: Schedule): Extent {
  const hasLast = Math.fround(lastStep) !== Math.fround(step);
  return { even: steps - (hasLast ? 1 : 0), hasLast };
}

/** The least and the most steps of any start, where their lengths lie between two. */
export function stepsBetween(
  experiment: Experiment,
  of: (experiment: Experiment) => Experiment,
  steps: readonly number[] = [numberOf(experiment, 'step')],
): readonly [least: number, most: number] {
  const each = steps.map((step) => scheduleFor(of(withValues(experiment, { step }))).steps);
  return [Math.min(...each), Math.max(...each)];
}
