import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { measureDiagram, type DiagramSize } from '../../src/experiment/diagram/measure-diagram.ts';
import type { Engine } from '../../src/experiment/engine.ts';
import { defaultExperiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
let oneByOne: Engine;
beforeAll(async () => {
  const context = await softwareContext();
  gpu = gpuEngine(context);
  oneByOne = gpuEngine(context, { lanes: 1, stepsPerDispatch: 7 });
});
afterAll(() => {
  gpu.destroy();
  oneByOne.destroy();
});

async function countsOf(
  engines: readonly Engine[],
  model: string,
  method: string,
  choices: Readonly<Record<string, unknown>>,
  size: DiagramSize,
) {
  const experiment = Object.entries(choices).reduce(
    (one, [key, value]) => assign(one, key, value),
    defaultExperiment(model, method),
  );
  return Promise.all(
    engines.map((engine) => measureDiagram(engine, experiment, experiment.diagram!, size)),
  );
}

test('where every number is exact both engines count alike, to the last state', async () => {
  // The bilinear game by altgd at h = 1 takes whole numbers to whole numbers, and is back after six steps.
  const choices = {
    diagram: 'theta1:0.5:7.5;phi1;;0.25',
    starts: '1,0,2,0',
    lambda: 0,
    step: 1,
    time: 100,
  };
  const size = { columns: 7, rows: 41, range: [-20.5, 20.5] } as const;
  const [expected, ...others] = await countsOf(
    [cpuEngine, gpu, oneByOne],
    'wgan-gp',
    'altgd',
    choices,
    size,
  );
  expect(expected!.counts.reduce((a, b) => a + b)).toBe(7 * 25);
  for (const other of others) expect(other).toEqual({ ...expected, x: expected!.x });
});
