import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COLUMNS, mapOf, type Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcome.ts';
import { cpuEngine } from '../../src/reference/engine.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { getDevice } from '../support/dawn.ts';
import { VARIANTS } from '../support/variants.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine({ device: await getDevice(), adapterName: 'test', software: true });
});
afterAll(() => gpu.destroy());

describe('maps', () => {
  test.each(VARIANTS)('$name', async ({ model, values }) => {
    const experiment = withValues(defaultExperiment(model.id), { ...values, time: 20 });
    const grid = { width: 24, height: 24 };
    const [a, b] = await Promise.all([mapOf(cpuEngine, experiment, grid), mapOf(gpu, experiment, grid)]);
    const shares = (rows: ArrayLike<number>) => {
      const n = OUTCOMES.map(() => 0);
      for (let i = MEASURES.length - 1; i < rows.length; i += COLUMNS) n[rows[i]!]!++;
      return n.join(' ');
    };
    let worst = 0, diff=0;
    for (let i = 0; i < a.length; i += COLUMNS) {
      const d = Math.abs(a[i]! - b[i]!);
      if (d > worst) worst = d;
      if (a[i+6]!==b[i+6]) diff++;
    }
    console.log(model.id, JSON.stringify(values), '| cpu', shares(a), '| gpu', shares(b), '| diff', diff, 'worst distance', worst);
  });
});
