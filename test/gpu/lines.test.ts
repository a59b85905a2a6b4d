import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/experiment/engine.ts';
import { columnOf } from '../../src/experiment/verification/agreement.ts';
import { gpuEngine } from '../../src/gpu/engine.ts';
import type { Measure } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import { nameOf } from '../support/deep.ts';
import { LINES, rightOfLine } from '../support/lines.ts';
import { softwareContext } from '../support/wgsl/context.ts';

let engine: Engine;
beforeAll(async () => {
  engine = gpuEngine(await softwareContext());
});
afterAll(() => engine.destroy());

describe('with L = 0 in two dimensions the path stays on its line', () => {
  test.each(LINES.map((one) => ({ name: nameOf(one), one })))('$name', async ({ one }) => {
    // Two at a time, so that both lanes of a software adapter are seen.
    const starts = Float64Array.from([...one.start, ...one.start]);
    const results = await engine.measure(one.experiment, starts, {
      measures: ['distance', 'turns', 'outcome'],
    });
    for (const row of [0, results.length / 2]) {
      const valueOf = (measure: Measure['id']) => results[row + columnOf(measure)]!;
      const [distance, turns] = [valueOf('distance'), valueOf('turns')];
      const outcome = OUTCOMES[valueOf('outcome')];
      expect({ distance, turns, outcome }).toEqual(rightOfLine(one));
    }
  });
});
