import { COLUMNS, type Engine } from '../experiment/engine.ts';
import { basinFinder } from '../experiment/equilibrium/basin-finder.ts';
import { needsOf } from '../experiment/needs.ts';
import { fromTarget, statesFromTarget, traceFromTarget } from '../experiment/equilibrium/target.ts';
import { LANES, measurerOf, variedMeasurerOf } from './measure.ts';
import { simulationOf } from './simulation.ts';
import { traceOf } from './trace.ts';

/** Longest time of work before the event loop gets a turn, in milliseconds. */
const TIME_SLICE = 12;

/**
 * The cpu engine: float64 on the calling thread. `measure` yields to the event loop after every slice
 * of time, where progress is reported and an abort is seen; `trace` runs without a pause. Results are
 * a `Float64Array`.
 */
export const cpuEngine = cpuEngineWithClock(() => performance.now());

/**
 * The cpu engine with a clock of the caller's.
 * @param now the time in milliseconds, which decides when a slice is over
 */
export function cpuEngineWithClock(now: () => number): Engine {
  return {
    kind: 'cpu',
    adapter: 'float64 on the processor',

    trace: async (experiment, starts, count) => {
      const simulation = simulationOf(experiment);
      return traceFromTarget(experiment, starts, async (centred) =>
        centred.map((start) => traceOf(simulation, start, count)),
      );
    },

    measure: async (experiment, given, job) => {
      job?.signal?.throwIfAborted();
      const starts = fromTarget(experiment, given);
      const count = starts.length / 4;
      const results = new Float64Array(count * COLUMNS);
      const visits = job?.visits;
      const found = await basinFinder()(experiment, job);
      const equilibria = statesFromTarget(experiment, found);
      const measure = job?.varied
        ? variedMeasurerOf(experiment, job.varied, job.measures, visits)
        : measurerOf(experiment, needsOf(experiment, job?.measures), {
            visits,
            equilibria,
          });
      let pause = now() + TIME_SLICE;
      for (let index = 0; index < count; index += LANES) {
        measure(starts, results, index);
        if (now() < pause) continue;
        job?.progress?.(Math.min(1, (index + LANES) / count));
        await yieldToEventLoop();
        job?.signal?.throwIfAborted();
        pause = now() + TIME_SLICE;
      }
      job?.progress?.(1);
      return results;
    },

    destroy: () => {},
  };
}

/**
 * A macrotask, in which input, timers and abort signals are served. A timer would do as well, but
 * browsers let nested ones wait for 4 ms.
 */
function yieldToEventLoop(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resume();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
