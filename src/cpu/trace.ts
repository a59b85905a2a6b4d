import { TRAJECTORY_COLUMNS, type Trajectory } from '../experiment/engine.ts';
import { samplingOf } from '../experiment/verification/sampling.ts';
import { isBounded } from '../measures/bounds.ts';
import { hermite } from '../models/hermite.ts';
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

  const newState = () => new Float64Array(4);
  const [from, fromDerivative, toDerivative, quartic] = [
    newState(),
    newState(),
    newState(),
    newState(),
  ];
  const [ema, nextEma, between, betweenEma] = [newState(), newState(), newState(), newState()];
  const to = integrator.state;
  integrator.begin(start);
  nextEma.set(to);
  vectorField(to, toDerivative);

  const write = (sample: number, state: Float64Array, average: Float64Array) => {
    samples.set(state, sample * width);
    samples.set(average, sample * width + 4);
  };
  let sample = 0;
  /** Writes the samples of step `step` up to the end of the substep from share `begins` to `ends`. */
  const writeUntil = (step: number, begins: number, ends: number, h: number) => {
    for (; sampling.step[sample] === step && sampling.fraction[sample]! <= ends; sample++) {
      const x = (sampling.fraction[sample]! - begins) / (ends - begins);
      for (let i = 0; i < 4; i++) {
        const ofSubstep = [fromDerivative[i]!, toDerivative[i]!, h, x, quartic[i]!] as const;
        between[i] = hermite(from[i]!, to[i]!, ...ofSubstep);
        betweenEma[i] = (1 - x) * ema[i]! + x * nextEma[i]!;
      }
      write(sample, between, betweenEma);
    }
  };
  let bounded = true;
  for (let step = 0; step < schedule.steps && sample < count && bounded; step++) {
    const h = step === schedule.steps - 1 ? schedule.lastStep : schedule.step;
    // What lies at the step's beginning does not need the step to succeed.
    while (sampling.step[sample] === step && sampling.fraction[sample] === 0) {
      write(sample++, to, nextEma);
    }
    for (let done = 0; done < 1 && bounded;) {
      const begins = done;
      from.set(to);
      fromDerivative.set(toDerivative);
      ema.set(nextEma);
      done = integrator.advance(h, step + 1);
      bounded = isBounded(to);
      if (!bounded) break;
      integrator.quartic(quartic);
      vectorField(to, toDerivative);
      const length = (done - begins) * h;
      const emaDecay = emaBeta ** (length / schedule.step);
      for (let i = 0; i < 4; i++) nextEma[i] = emaDecay * ema[i]! + (1 - emaDecay) * to[i]!;
      writeUntil(step, begins, done, length);
    }
  }
  return { start, kind: schedule.kind, times: sampling.times, samples };
}
