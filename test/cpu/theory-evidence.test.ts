import { expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { isoLinesOf } from '../../src/cpu/iso-lines.ts';
import { theoryEvidenceOf } from '../../src/cpu/theory-evidence.ts';
import { COLUMNS, type Results } from '../../src/experiment/engine.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { defaultExperiment, withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { assign } from '../../src/experiment/schema.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES, type Outcome } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';
import { presetExperiments } from '../../src/experiment/editing/preset-experiments.ts';

const SIDE = 16;

function planeOf(model: string, method: string, x: string, y: string, values: Values): Experiment {
  const base = withValues(defaultExperiment(model, method), values);
  return assign(assign(base, 'x', x), 'y', y);
}

/** As if every start had this label. */
function allWith(outcome: Outcome): Results {
  const rows = new Float64Array(COLUMNS * SIDE ** 2).fill(Number.NaN);
  const column = MEASURES.findIndex(({ id }) => id === 'outcome');
  for (let i = column; i < rows.length; i += COLUMNS) rows[i] = OUTCOMES.indexOf(outcome);
  return rows;
}

// Stable below h = 4 mu, where mu < 1: exp(-3) over T = 1000 is next to the line.
const simgd = planeOf('ns-gan', 'simgd', 'step=0.05:2', 'l2=0.02:0.9', { time: 1000 });

test('what does not come home is hatched where theory is stable, and what does where it is not', () => {
  const at = (i: number) => ({
    h: 0.05 + ((i % SIDE) + 0.5) * (1.95 / SIDE),
    mu: 0.02 + (Math.floor(i / SIDE) + 0.5) * (0.88 / SIDE),
  });
  const [away, home] = (['bounded', 'converged'] as const).map((outcome) =>
    theoryEvidenceOf(simgd, allWith(outcome)),
  );
  const wrong = Array.from({ length: SIDE ** 2 }, (_, i) => i).filter((i) => {
    const { h, mu } = at(i);
    // Next to the line theory claims nothing.
    if (Math.abs(h - 4 * mu) < 0.15) return false;
    return away!.cells[i] !== Number(h < 4 * mu) || home!.cells[i] !== Number(h > 4 * mu);
  });
  expect(wrong).toEqual([]);
  expect(away!.share).toBeCloseTo(away!.cells.reduce((a, b) => a + b, 0) / SIDE ** 2, 12);
  expect(theoryEvidenceOf(simgd, allWith('undecided'))!.share).toBe(0);
});

test('of R3GAN coarse steps disagree, since one start is not local, and next to nothing else', async () => {
  const { experiment } = presetExperiments().find(({ id }) => id === 'parameters-r3gan')!;
  const sample = await mapOf(cpuEngine, experiment, { width: SIDE, height: SIDE });
  const { cells, share } = theoryEvidenceOf(experiment, sample)!;
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.05);
  // Its upper half has the coarse steps.
  expect(cells.slice(0, SIDE ** 2 / 2).every((cell) => cell === 0)).toBe(true);
});

test('approach is fastest, by theory and as measured, where damping is critical', async () => {
  // rate -mu/2 up to mu = sqrt(rateG), so at the upper end of rateG.
  const plane = planeOf('ns-gan', 'rk4', 'l2=0.5:2', 'rateG=0.25:1', { time: 60 });
  const sample = await mapOf(cpuEngine, plane, { width: SIDE, height: SIDE });
  const { local, measured } = theoryEvidenceOf(plane, sample)!.fastest;
  // To a thousandth of a pixel of a map of 1024.
  expect(local![0]).toBeCloseTo(1, 4);
  expect(local![1]).toBeCloseTo(1, 4);
  // Within two pixels: the maximum of an oscillation depends on its phase.
  expect(Math.abs(measured![0] - 1)).toBeLessThan((2.5 * 1.5) / SIDE);
  expect(measured![1]).toBeGreaterThan(0.8);
});

test('lines of equal rate are those of the eigenvalues', () => {
  const plane = planeOf('ns-gan', 'rk4', 'l2=0:2', 'rateG=1:4', { time: 60 });
  const lines = isoLinesOf(plane);
  expect(lines.length).toBeGreaterThan(3);
  for (const { label, lines: pieces } of lines) {
    const rate = Number(label.values['rate']);
    for (const [mu, rateG] of pieces.flat()) {
      // x^2 + mu x + rateG/4 = 0
      const root = Math.sqrt(Math.max(0, mu * mu - rateG)) / 2;
      // Next to critical damping it goes as the root of the distance, which is 1e-8 at most.
      expect(Math.abs(-mu / 2 + root - rate)).toBeLessThan(2e-4);
    }
  }
});

test('there is no evidence of initial conditions, nor of Adam', () => {
  const adam = planeOf('ns-gan', 'adam', 'step=0.001:0.1:log', 'l2=0:1', {});
  expect(theoryEvidenceOf(adam, allWith('bounded'))).toBeUndefined();
  expect(theoryEvidenceOf(defaultExperiment('ns-gan'), allWith('bounded'))).toBeUndefined();
  expect(isoLinesOf(adam)).toEqual([]);
});
