import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues } from '../../src/experiment/experiment.ts';
import {
  checkIndependently,
  COVERED,
} from '../../src/experiment/verification/independent/independent-check.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { MODELS } from '../../src/models/index.ts';
import { mixedStarts } from '../support/random.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

// In two dimensions, in one, and with L = 0.
test.each(MODELS.map(({ id }) => ({ id })))(
  'what the shaders measure of $id, no independent integration contradicts',
  async ({ id }) => {
    const experiment = withValues(defaultExperiment(id, 'rk4'), { time: 40 });
    const starts = mixedStarts(23, 4, 0.1, 2);
    const results = await gpu.measure(experiment, starts, { measures: COVERED });
    const found = await checkIndependently(cpuEngine, experiment, COVERED, starts, results);
    expect(found.filter(({ finding }) => finding === 'contradicted')).toEqual([]);
    expect(found.filter(({ finding }) => finding === 'agrees').length).toBeGreaterThan(12);
  },
);
