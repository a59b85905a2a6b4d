import { TRAJECTORY_COLUMNS, type Trajectory } from '../experiment/engine.ts';
import { hermite, samplingOf } from '../experiment/verification/sampling.ts';
import { TOLERANCES } from '../measures/tolerances.ts';
import type { State } from '../models/state.ts';
import { integratorStateOf } from './advance.ts';
import type { Simulation } from './simulation.ts';

/** One trajectory in float64, sampled as `samplingOf` says for this many samples. */
export function traceOf(simulation: Simulation, start: State, wanted: number): Trajectory {
  const { schedule, vectorField, emaBeta } = simulation;
  const integrator = integratorStateOf(simulation);
  const sampling = samplingOf(schedule, wanted);
  const count = sampling.times.length;
  const width = TRAJECTORY_COLUMNS.length;
  const samples = new Float64Array(count * width).fill(NaN);

  const [from, fromDerivative, toDerivative, ema, nextEma] = Array.from(
    { length: 5 },
    () => new Float64Array(4),
  ) as Float64Array[] & { length: 5 };
  const to = integrator.state;
  integrator.begin(start);
  nextEma!.set(to);
  vectorField(to, toDerivative!);

  const write = (sample: number, state: Float64Array, average: Float64Array) => {
    samples.set(state, sample * width);
    samples.set(average, sample * width + 4);
  };
  const [between, betweenEma] = [new Float64Array(4), new Float64Array(4)];
  let sample = 0;
  for (let step = 0; step < schedule.steps && sample < count; step++) {
    const h = step === schedule.steps - 1 ? schedule.lastStep : schedule.step;
    from!.set(to);
    fromDerivative!.set(toDerivative!);
    ema!.set(nextEma!);
    // What lies at the step's beginning does not need the step to succeed.
    while (sampling.step[sample] === step && sampling.fraction[sample] === 0) {
      write(sample++, from!, ema!);
    }
    integrator.advance(h, step + 1);
    if (!to.every((component) => Math.abs(component) < TOLERANCES.bound)) break;
    vectorField(to, toDerivative!);
    const emaDecay = emaBeta ** (h / schedule.step);
    for (let i = 0; i < 4; i++) nextEma![i] = emaDecay * ema![i]! + (1 - emaDecay) * to[i]!;

    for (; sampling.step[sample] === step; sample++) {
      const x = sampling.fraction[sample]!;
      for (let i = 0; i < 4; i++) {
        between[i] = hermite(from![i]!, to[i]!, fromDerivative![i]!, toDerivative![i]!, h, x);
        betweenEma[i] = (1 - x) * ema![i]! + x * nextEma![i]!;
      }
      write(sample, between, betweenEma);
    }
  }
  return { start, kind: schedule.kind, times: sampling.times, samples };
}
