import { expect, test } from 'vitest';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { METHODS } from '../../src/methods/index.ts';
import { MODELS } from '../../src/models/index.ts';
import { motionOf } from '../../src/reference/motion.ts';
import { pairRunOf } from '../../src/reference/pair.ts';
import { observerOf, simulationOf, type Simulation } from '../../src/reference/simulation.ts';

/** The straightforward way: one trajectory after another. */
function alone(simulation: Simulation, start: Float64Array) {
  const { schedule } = simulation;
  const motion = motionOf(simulation);
  const observer = observerOf(simulation);
  motion.begin(start);
  observer.begin(motion.point);
  for (let step = 1; step <= schedule.steps; step++) {
    const h = step === schedule.steps ? schedule.lastStep : schedule.step;
    const strain2 = motion.advance(h, step);
    if (!observer.see(motion.point, Float64Array.of(h, strain2, motion.speed))) break;
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

test.for(pairs)('$model by $method: two abreast go as each alone', ({ model, method }) => {
  for (const more of [{}, { noise: 0.1, l2: 0.1, rateG: 1.5 }]) {
    // The last step is shorter than the others.
    const experiment = withValues(defaultExperiment(model, method), { time: 7.03, ...more });
    const simulation = simulationOf(experiment);
    const { follow, observers } = pairRunOf(simulation);
    for (const [first, second] of [
      [0, 1],
      [2, 0],
      [1, 2],
    ] as const) {
      follow(Float64Array.from(STARTS.flat()), first, second);
      expect(observers[0].measured()).toEqual(alone(simulation, Float64Array.from(STARTS[first])));
      expect(observers[1].measured()).toEqual(alone(simulation, Float64Array.from(STARTS[second])));
    }
  }
});
