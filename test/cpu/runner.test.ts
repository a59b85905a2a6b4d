import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { runnerOf } from '../../src/cpu/runner.ts';
import { integratorStateOf } from '../../src/cpu/advance.ts';
import { observerOf, simulationOf, type Simulation } from '../../src/cpu/simulation.ts';

/** The straightforward way: one trajectory after another, and one step after another. */
function alone(simulation: Simulation, start: Float64Array) {
  const { schedule } = simulation;
  const integrator = integratorStateOf(simulation);
  const observer = observerOf(simulation);
  integrator.begin(start);
  observer.begin(integrator.state);
  for (let step = 1; step <= schedule.steps; step++) {
    const h = step === schedule.steps ? schedule.lastStep : schedule.step;
    let [before, done, goes] = [0, 0, true];
    while (done < 1 && goes) {
      const from = [...integrator.state, 0, 0];
      done = integrator.advance(h, step);
      const rows = Float64Array.of(...from, ...integrator.state, ...integrator.diagnostics);
      goes = before === 0 && done === 1 ? observer.see(rows, 1) : observer.seeSubstep(rows, done);
      before = done;
    }
    if (!goes) break;
  }
  return observer.measured();
}

/** The third leaves every bound under most methods. */
const STARTS = [
  [0.1, 0.2, 0.2, 0.1],
  [-1.5, 0.3, 0.7, 1],
  [9000, 1, 2, 9000],
] as const;

const pairs = MODELS.flatMap(({ id: model }) =>
  METHODS.map(({ id: method }) => ({ model, method })),
);

test.for(pairs)('$model by $method: two go as each alone', ({ model, method }) => {
  for (const more of [{}, { noise: 0.1, l2: 0.1, rateG: 1.5 }]) {
    // More than two stretches at h = 1/16, and a last step that is shorter than the others.
    const experiment = withValues(defaultExperiment(model, method), { time: 11.03, ...more });
    const simulation = simulationOf(experiment);
    const run = runnerOf(experiment);
    for (const [first, second] of [
      [0, 1],
      [2, 0],
      [1, 2],
      [1, 1],
    ] as const) {
      const both = run(Float64Array.from(STARTS.flat()), first, second);
      expect(both[0]).toEqual(alone(simulation, Float64Array.from(STARTS[first])));
      expect(both[1]).toEqual(alone(simulation, Float64Array.from(STARTS[second])));
    }
  }
});
