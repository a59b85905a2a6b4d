import { afterAll, beforeAll, expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import type { Engine } from '../../src/experiment/engine.ts';
import { countsOf, openEngines } from '../support/wgsl/diagrams.ts';

let gpu: Engine;
let oneByOne: Engine;
beforeAll(async () => {
  [gpu, oneByOne] = await openEngines();
});
afterAll(() => {
  gpu.destroy();
  oneByOne.destroy();
});

test('steps of their own, ensembles, lines through 0 and an odd number of starts', async () => {
  const size = { columns: 5, rows: 12, range: [-1.01, 1.02] } as const;
  for (const choices of [
    { diagram: 'step:0.04:0.4:log;theta2;;0.3', ensemble: '3;phi1:-1:1,theta1:-1:1' },
    { diagram: 'l2:0.05:0.4;theta1;;1', starts: '0.6,0.8,0.6,0.8' },
    { diagram: 'phi1:-1:1;length;;0.5', starts: '0.3,0,0.6,0' },
  ]) {
    const [expected, whole, cut] = await countsOf(
      [cpuEngine, gpu, oneByOne],
      'ns-gan',
      'rk4',
      { ...choices, time: 12 },
      size,
    );
    expect(cut).toEqual(whole);
    const total = expected!.counts.reduce((a, b) => a + b);
    const moved = expected!.counts.reduce((sum, n, i) => sum + Math.abs(n - whole!.counts[i]!), 0);
    // A state moves to the next bin where the engines' roundings part them: 1e-5 of a bin's width is what
    // float32 is off by after 12 units of time, and each state has two edges.
    expect(moved, choices.diagram).toBeLessThanOrEqual(Math.max(4, 0.002 * total));
    expect(total).toBeGreaterThan(100);
  }
});
