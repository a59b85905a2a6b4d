/** What the presets over parameters say, measured. */
import { expect, test } from 'vitest';
import { cpuEngine } from '../../src/cpu/engine.ts';
import { spectrumOf } from '../../src/cpu/linearisation.ts';
import { theoryLinesOf } from '../../src/cpu/theory-lines.ts';
import { presetExperiments } from '../../src/experiment/editing/preset-experiments.ts';
import { COLUMNS } from '../../src/experiment/engine.ts';
import { rowLayoutOf } from '../../src/experiment/ensemble/rows.ts';
import { mapOf } from '../../src/experiment/pixels.ts';
import { withValues, type Experiment } from '../../src/experiment/experiment.ts';
import { startsOfPixels } from '../../src/experiment/grid.ts';
import { atParameters } from '../../src/experiment/plane.ts';
import { MEASURES } from '../../src/measures/index.ts';
import { OUTCOMES } from '../../src/measures/outcomes.ts';
import type { Values } from '../../src/models/parameter.ts';

const SIDE = 16;
const GRID = { width: SIDE, height: SIDE };

interface Pixel {
  /** Values of the parameters on the axes, and of measures. */
  readonly x: number;
  readonly y: number;
  readonly rate: number;
  readonly amplitude: number;
  readonly outcome: string;
  readonly experiment: Experiment;
}

async function pixelsOf(id: string, changes: Values = {}): Promise<readonly Pixel[]> {
  const preset = presetExperiments().find((one) => one.id === id)!;
  const experiment = withValues(preset.experiment, changes);
  const { names, values } = startsOfPixels(experiment, GRID).varied!;
  const measures = ['outcome', 'rate', 'amplitude'];
  const rows = await mapOf(cpuEngine, experiment, GRID, { measures });
  const column = (name: string) => MEASURES.findIndex((measure) => measure.id === name);
  return Array.from({ length: SIDE ** 2 }, (_, i) => {
    const of = (name: string) => rows[COLUMNS * i + column(name)]!;
    const own = values.subarray(2 * i, 2 * i + 2);
    return {
      x: own[0]!,
      y: own[1]!,
      rate: of('rate'),
      amplitude: of('amplitude'),
      outcome: OUTCOMES[of('outcome')]!,
      experiment: atParameters(experiment, names, own),
    };
  });
}

const comesHome = ({ outcome }: Pixel) => outcome === 'converged' || outcome === 'converging';

/** The largest multiplier of a step at the equilibrium. */
const radiusOf = ({ experiment }: Pixel) =>
  Math.max(...spectrumOf(experiment)!.map(({ re, im }) => Math.hypot(re, im)));

test('ns-gan: along the line of critical damping approach is fastest', async () => {
  const pixels = await pixelsOf('parameters-ns-gan');
  for (let row = 0; row < SIDE; row++) {
    const all = pixels.slice(SIDE * row, SIDE * (row + 1));
    const fastest = all.reduce((a, b) => (b.rate < a.rate ? b : a));
    // The maximum of an oscillation depends on its phase: two pixels, 0.125 each.
    expect(Math.abs(fastest.x - Math.sqrt(fastest.y))).toBeLessThan(0.25 + 0.125);
  }
});

test('wgan-gp: c = 0 alone converges, and any other c ends on its circle', async () => {
  const pixels = await pixelsOf('parameters-wgan-gp');
  // By e^-12 where lambda T = 12.
  for (const { amplitude, y } of pixels.filter(({ x }) => x > 0.2)) {
    expect(Math.abs(amplitude / y - 1)).toBeLessThan(0.1);
  }
  expect(pixels.filter(comesHome)).toEqual([]);
  const preset = presetExperiments().find(({ id }) => id === 'parameters-wgan-gp')!;
  const atZero = withValues(preset.experiment, { c: 0 });
  const rows = await cpuEngine.measure(atZero, Float64Array.of(0.5, 0.3, 1, 0.4));
  expect(OUTCOMES[rows[MEASURES.findIndex(({ id }) => id === 'outcome')]!]).toBe('converged');
});

test('altgd: L2 converges up to the line, and nothing does beyond it', async () => {
  const pixels = await pixelsOf('parameters-altgd');
  // Nearer to the line T = 100 is too short to tell.
  expect(pixels.filter((pixel) => radiusOf(pixel) > 1.02 && comesHome(pixel))).toEqual([]);
  // This start leaves where coarse steps are all but unstable: theory is local.
  const stable = pixels.filter((pixel) => radiusOf(pixel) < 0.98);
  expect(stable.filter(comesHome).length / stable.length).toBeGreaterThan(0.95);
});

test('momentum: alternating steps converge for negative beta alone, up to 2 (1 + beta)', async () => {
  const pixels = await pixelsOf('parameters-momentum');
  const distanceOf = ({ x, y }: Pixel) => Math.min(-x, 2 * (1 + x) - y);
  const inside = pixels.filter((pixel) => distanceOf(pixel) > 0.1);
  expect(inside.length).toBeGreaterThan(20);
  expect(inside.filter(({ rate }) => !(rate < 0))).toEqual([]);
  // What has left every bound has no rate.
  expect(pixels.filter((pixel) => distanceOf(pixel) < -0.1 && pixel.rate < 0)).toEqual([]);
});

test('momentum: simultaneous steps never converge, and a negative beta slows them', async () => {
  const pixels = await pixelsOf('parameters-momentum-simultaneous');
  for (const pixel of pixels) expect(pixel.rate <= 0).toBe(false);
  const rateAt = (beta: number) => pixels.slice(0, SIDE).find(({ x }) => x >= beta)!.rate;
  expect(rateAt(-0.9)).toBeLessThan(rateAt(-0.4));
  expect(rateAt(-0.4)).toBeLessThan(rateAt(0));
});

test('R3GAN: simultaneous steps converge up to 4 mu, and up to a flip beyond mu = 1', async () => {
  const pixels = await pixelsOf('parameters-r3gan');
  for (const pixel of pixels.filter(({ x }) => x < 1)) {
    expect(radiusOf(pixel) < 1).toBe(pixel.y < 4 * pixel.x);
  }
  expect(pixels.filter((pixel) => radiusOf(pixel) > 1.02 && comesHome(pixel))).toEqual([]);
  // This start leaves where coarse steps are all but unstable: theory is local.
  const stable = pixels.filter((pixel) => radiusOf(pixel) < 0.98);
  expect(stable.filter(comesHome).length / stable.length).toBeGreaterThan(0.97);
});

test('R3GAN over many starts: all or none come home but beside the line, and none by steps beyond 3', async () => {
  const { experiment } = presetExperiments().find(({ id }) => id === 'parameters-r3gan-starts')!;
  // Its middle column has μ = 1.
  const grid = { width: 5, height: 12 };
  const { names, values } = startsOfPixels(experiment, grid).varied!;
  const rows = await mapOf(cpuEngine, experiment, grid);
  const layout = rowLayoutOf(experiment);
  const pixels = Array.from({ length: 60 }, (_, i) => {
    const own = values.subarray(2 * i, 2 * i + 2);
    const multipliers = spectrumOf(atParameters(experiment, names, own))!;
    return {
      step: own[1]!,
      rate: Math.log(Math.max(...multipliers.map(({ re, im }) => Math.hypot(re, im)))) / own[1]!,
      share: rows[layout.columns.length * i + layout.columns.indexOf('share.converged')]!,
    };
  });
  // By e^-10 at T = 100, and e^2 the other way.
  const [stable, unstable] = [
    pixels.filter(({ rate }) => rate < -0.1),
    pixels.filter(({ rate }) => rate > 0.02),
  ];
  expect(unstable.filter(({ share }) => share > 0)).toEqual([]);
  expect(stable.filter(({ step, share }) => step < 1 && share < 1)).toEqual([]);
  const coarse = pixels.filter(({ step, rate }) => step > 3 && rate < 0);
  expect(coarse.length).toBeGreaterThan(0);
  expect(coarse.filter(({ share }) => share > 0)).toEqual([]);
});

test('Adam: has no line of theory, and swings with its step', async () => {
  const pixels = await pixelsOf('parameters-adam');
  expect(theoryLinesOf(pixels[0]!.experiment)).toEqual([]);
  for (let row = 0; row < SIDE; row++) {
    const all = pixels.slice(SIDE * row + SIDE / 2, SIDE * (row + 1));
    all
      .slice(1)
      .forEach(({ amplitude }, i) => expect(amplitude).toBeGreaterThan(all[i]!.amplitude));
  }
});
