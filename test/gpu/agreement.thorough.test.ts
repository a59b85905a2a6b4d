import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutEnsemble } from '../../src/experiment/ensemble/ensemble.ts';
import { checkMap } from '../../src/experiment/verification/check.ts';
import type { Engine } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { numberOf, withValues } from '../../src/experiment/experiment.ts';
import { PRESETS } from '../../src/experiment/presets.ts';
import { fromQuery } from '../../src/experiment/format/url.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let gpu: Engine;
beforeAll(async () => {
  gpu = gpuEngine(await softwareContext());
});
afterAll(() => gpu.destroy());

/** The adaptive flow's are the longest ones it may take. */
const MOST_STEPS = 640;

const GRID = { width: 64, height: 64 };

/** Starts along each side of a sample: 1% of them is one. */
const CELLS = 10;

/** A diagram's preset shows what is counted, and no map; test/gpu/diagram.thorough.test.ts holds it. */
const MAPS = PRESETS.filter(({ query }) => fromQuery(query).experiment.diagram === undefined);

describe('the page’s check in float64 trusts what the shaders compute', () => {
  test.each(MAPS.map(({ id, query }) => ({ id, query })))('$id', async ({ query }) => {
    // What is checked is a start; an ensemble's rows are made of many.
    const whole = withoutEnsemble(fromQuery(query).experiment);
    const [time, step] = ['time', 'step'].map((name) => numberOf(whole, name));
    const experiment = withValues(whole, { time: Math.min(time!, MOST_STEPS * step!) });
    const results = await mapOf(gpu, experiment, GRID);
    const picture = { grid: GRID, results };
    const { verdict, counts, independent } = await checkMap(cpuEngine, experiment, picture, {
      seed: 3,
      cells: CELLS,
    });
    expect(['failed', 'contradicted'], JSON.stringify({ counts, independent })).not.toContain(
      verdict,
    );
  });
});
