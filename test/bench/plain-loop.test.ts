import { expect, test } from 'vitest';
import { plainLoop } from '../../bench/plain-loop.ts';
import { PLAIN_STEPS } from '../../bench/plain-steps.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { initialConditionsOfPixels } from '../../src/experiment/grid.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';

test.for(Object.keys(PLAIN_STEPS))('the plain loop of %s does the engine’s work', async (model) => {
  const experiment = withValues(defaultExperiment(model, 'rk4'), { time: 4, step: 1 / 256 });
  // Far enough from phi = 0 that wgan's engine carries nothing beside the state.
  const slice = { ...experiment.slice, hold: [0.8, 0.6, 0.2, 0.1] as const };
  const starts = initialConditionsOfPixels(slice, { width: 4, height: 4 }, 0, 16);
  const results = await cpuEngine.measure(experiment, starts, { measures: ['outcome'] });
  let distances = 0;
  for (let i = 0; i < results.length; i += COLUMNS) distances += results[i]!;
  // At this step none is refined. Rounding of another order of the same sums, which wgan amplifies
  // where |phi| is small.
  expect(plainLoop(experiment, starts) / distances).toBeCloseTo(1, 6);
});
