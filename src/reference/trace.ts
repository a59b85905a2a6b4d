import { TRACE_COLUMNS, type Trace } from '../experiment/engine.ts';
import { hermite, samplingOf } from '../experiment/sampling.ts';
import { TOLERANCES } from '../measures/tolerances.ts';
import type { State } from '../models/state.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory in float64, `count` samples from 0 to T. */
export function traceOf(simulation: Simulation, start: State, count: number): Trace {
  const { schedule, velocity, advance, project, emaBeta } = simulation;
  const sampling = samplingOf(schedule, count);
  const width = TRACE_COLUMNS.length;
  const samples = new Float64Array(count * width).fill(NaN);

  const [from, to, fromSlope, toSlope, ema, nextEma] = Array.from(
    { length: 6 },
    () => new Float64Array(4),
  ) as Float64Array[] & { length: 6 };
  to!.set(start);
  project?.(to!);
  nextEma!.set(to!);
  velocity(to!, toSlope!);

  let sample = 0;
  for (let step = 0; step < schedule.steps && sample < count; step++) {
    const h = step === schedule.steps - 1 ? schedule.lastStep : schedule.step;
    from!.set(to!);
    fromSlope!.set(toSlope!);
    ema!.set(nextEma!);
    advance(to!, h);
    if (!to!.every((component) => Math.abs(component) < TOLERANCES.bound)) break;
    velocity(to!, toSlope!);
    const keep = emaBeta ** (h / schedule.step);
    for (let i = 0; i < 4; i++) nextEma![i] = keep * ema![i]! + (1 - keep) * to![i]!;

    for (; sample < count && sampling.step[sample] === step; sample++) {
      const x = sampling.fraction[sample]!;
      for (let i = 0; i < 4; i++) {
        samples[sample * width + i] = hermite(
          from![i]!,
          to![i]!,
          fromSlope![i]!,
          toSlope![i]!,
          h,
          x,
        );
        samples[sample * width + 4 + i] = (1 - x) * ema![i]! + x * nextEma![i]!;
      }
    }
  }
  return { start, times: sampling.times, samples };
}
